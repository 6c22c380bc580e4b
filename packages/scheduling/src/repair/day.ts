import { Board } from '../layout/board.ts'
import { Chain } from '../layout/chain.ts'
import { planOf, Seats } from '../layout/seats.ts'
import type { Instance, Meeting, Participant, Place, Pool } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import { putCheapest } from '../search/construct.ts'
import type { Repair, Change, DayEvent, Lost, Spot } from './event.ts'
import { blockingRule, placeLate, type Table } from './placing.ts'

/**
 * A matchday that runs. It answers each event with the smallest disturbance it finds: what is past, runs or is locked
 * stays, who must move goes to a slot in which all are free, and only else does one other chain of meetings give way.
 * The spread is a rule for plans alone: whoever stays at home tears holes that nobody can mend.
 */
export class Day {
  readonly #base: Instance
  readonly #participants: Participant[]
  readonly #places: Place[]
  readonly #pools: Pool[]
  readonly #meetings: Meeting[]
  readonly #locked = new Set<number>()
  #table: Table
  /** The first slot that has not begun. */
  #next = 0

  constructor(instance: Instance, plan: Plan) {
    this.#base = instance
    this.#participants = [...instance.participants]
    this.#places = [...instance.places]
    this.#pools = [...instance.pools]
    this.#meetings = [...instance.meetings]
    this.#table = this.#lay(plan)
  }

  /** The day as it is now: who came late, what was lost, which meetings were added. */
  get instance(): Instance {
    return {
      ...this.#base,
      participants: this.#participants,
      places: this.#places,
      pools: this.#pools,
      meetings: this.#meetings,
      spread: null,
    }
  }

  get plan(): Plan {
    return planOf(this.#table.board, this.#table.seats)
  }

  get breaks(): number {
    return this.#table.board.breaks
  }

  /** Lets the day go on: slots before `next` have begun or are over. */
  advance(next: number): void {
    this.#next = Math.max(this.#next, next)
  }

  /** Lets a meeting stay in its slot, and at its place as long as that is there. */
  lock(meeting: number): void {
    const slot = this.#table.board.slotOf[meeting] ?? unplaced
    const held = this.#meetings[meeting]
    if (slot === unplaced || held === undefined) return
    this.#locked.add(meeting)
    this.#meetings[meeting] = { ...held, slots: [slot] }
    this.#table.board.allow(meeting, { ...held, slots: [slot] }, this.#participants)
    this.#table.seats.fix(meeting)
  }

  /** Takes in what happened and mends the plan. */
  apply(event: DayEvent): Repair {
    if (!this.#table.board.hasRoom) this.#table = this.#lay(this.plan)
    const { board, seats } = this.#table
    const before = { slots: board.slotOf.slice(), places: seats.placeOf.slice() }
    const lost = this.#lostBy(event)
    return { changes: this.#changesSince(before), lost }
  }

  #lay(plan: Plan): Table {
    const board = new Board(this.instance)
    const seats = new Seats(this.instance, board, true)
    board.load(plan)
    plan.places.forEach((place, meeting) => {
      if (place !== unplaced) seats.settle(meeting, place)
    })
    for (const meeting of this.#locked) seats.fix(meeting)
    return { board, seats, chain: new Chain(board) }
  }

  #lostBy(event: DayEvent): readonly Lost[] {
    switch (event.kind) {
      case 'no-show':
        this.#callOff(this.#meetingsOf(event.participant, this.#slotsToCome()))
        return this.#missSlots(event.participant, this.#slotsToCome())
      case 'late':
        return this.#missSlots(event.participant, this.#slotsToCome(event.until))
      case 'walk-in':
        return this.#take(event.meeting)
      case 'standby':
        this.#pullIn(event.meeting, event.slots)
        return []
      case 'cancellation':
        if (this.#isToCome(event.meeting)) this.#callOff([event.meeting])
        return []
      case 'place-lost':
        return this.#losePlace(event.place)
      case 'interpreter-lost':
        return this.#draw(event.pool)
      case 'participant-added':
        this.#participants.push(event.participant)
        this.#table.board.welcome()
        return []
    }
  }

  #isToCome(meeting: number): boolean {
    return (this.#table.board.slotOf[meeting] ?? unplaced) >= this.#next
  }

  #slotsToCome(until = this.#base.slots.length): readonly number[] {
    return Array.from({ length: Math.max(0, until - this.#next) }, (_, at) => this.#next + at)
  }

  #meetingsOf(participant: number, slots: readonly number[]): readonly number[] {
    const { board } = this.#table
    return slots.map((slot) => board.meetingAt(participant, slot)).filter((meeting) => meeting !== unplaced)
  }

  #callOff(meetings: readonly number[]): void {
    for (const meeting of meetings) this.#table.seats.take(meeting)
  }

  #missSlots(participant: number, slots: readonly number[]): readonly Lost[] {
    return this.#replace(this.#meetingsOf(participant, slots), () => {
      const forbidden = [...new Set([...(this.#participants[participant]?.forbidden ?? []), ...slots])]
      this.#participants[participant] = { forbidden }
      this.#meetings.forEach((meeting, index) => {
        if (meeting.participants.includes(participant)) this.#table.board.allow(index, meeting, this.#participants)
      })
    })
  }

  #losePlace(place: number): readonly Lost[] {
    const { board, seats } = this.#table
    const closed = this.#places[place]?.closed ?? []
    const slots = this.#slotsToCome().filter((slot) => !closed.includes(slot))
    const meetings = slots.map((slot) => seats.meetingIn(place, slot)).filter((meeting) => meeting !== unplaced)
    return this.#replace(meetings, () => {
      this.#places[place] = { zone: this.#places[place]?.zone ?? 0, closed: [...closed, ...slots] }
      for (const slot of slots) {
        board.capacity[slot] = (board.capacity[slot] ?? 0) - 1
        seats.close(place, slot)
      }
    })
  }

  /** Makes a change that drives meetings out, and finds other places for them in their slots, or else other slots. */
  #replace(meetings: readonly number[], change: () => void): readonly Lost[] {
    const { board, seats } = this.#table
    const slots = meetings.map((meeting) => board.slotOf[meeting] ?? unplaced)
    this.#callOff(meetings)
    change()
    // All that can stay in their slots do so before any other goes there.
    const leaving = meetings.filter((meeting, at) => {
      const slot = slots[at] ?? unplaced
      return !(board.fits(meeting, slot) && seats.put(meeting, slot))
    })
    return leaving.flatMap((meeting) => this.#place(meeting))
  }

  #place(meeting: number): readonly Lost[] {
    if (placeLate(this.#table, meeting, this.#next)) return []
    return [{ meeting, rule: blockingRule(this.#table.board, this.instance, meeting, this.#next) }]
  }

  #take(meeting: Meeting): readonly Lost[] {
    this.#meetings.push(meeting)
    this.#table.seats.add(meeting)
    return this.#place(this.#table.board.add(meeting, this.#participants))
  }

  #pullIn(meeting: number, slots: readonly number[]): void {
    const { board, seats } = this.#table
    const held = this.#meetings[meeting]
    if (held === undefined || board.slotOf[meeting] !== unplaced) return
    this.#meetings[meeting] = { ...held, slots }
    board.allow(meeting, { ...held, slots }, this.#participants)
    putCheapest(board, seats, meeting, this.#next)
  }

  /** Takes one out of a pool from now on; of each slot that is overdrawn one meeting gives way, if it can to a free slot. */
  #draw(pool: number): readonly Lost[] {
    const { board } = this.#table
    const capacity = [...(this.#pools[pool]?.capacity ?? [])]
    for (const slot of this.#slotsToCome()) {
      capacity[slot] = Math.max(0, (capacity[slot] ?? 0) - 1)
      const limits = board.limits[pool]
      if (limits !== undefined) limits[slot] = capacity[slot] ?? 0
    }
    this.#pools[pool] = { capacity }
    return this.#slotsToCome().flatMap((slot) => (board.hasDrawn(pool, slot, 0) ? [] : this.#relieve(pool, slot)))
  }

  #relieve(pool: number, slot: number): readonly Lost[] {
    const { board, seats } = this.#table
    const drawers = [...this.#meetings.keys()]
      .filter((meeting) => board.slotOf[meeting] === slot && board.poolOf[meeting] === pool)
      .toSorted((a, b) => Number(this.#locked.has(a)) - Number(this.#locked.has(b)))
    const hasMoved = drawers.some((meeting) => {
      const place = seats.placeOf[meeting] ?? unplaced
      seats.take(meeting)
      if (putCheapest(board, seats, meeting, this.#next)) return true
      board.put(meeting, slot)
      seats.settle(meeting, place)
      return false
    })
    return hasMoved ? [] : this.#replace(drawers.slice(0, 1), () => undefined)
  }

  #changesSince(before: Spots): readonly Change[] {
    const { board, seats } = this.#table
    const now = { slots: board.slotOf, places: seats.placeOf }
    const changes: Change[] = []
    for (let meeting = 0; meeting < board.meetings; meeting += 1)
      if (before.slots[meeting] !== now.slots[meeting] || before.places[meeting] !== now.places[meeting])
        changes.push({ meeting, from: spotIn(before, meeting), to: spotIn(now, meeting) })
    return changes
  }
}

type Spots = { readonly slots: Int16Array; readonly places: Int16Array }

function spotIn({ slots, places }: Spots, meeting: number): Spot | null {
  const slot = slots[meeting] ?? unplaced
  return slot === unplaced ? null : { slot, place: places[meeting] ?? unplaced }
}
