import type { Instance } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import { Board } from './board.ts'
import { Walks } from './walking.ts'

/** How good places are, and who had how much more than a fair share of the good ones so far. */
export type Turns = {
  /** By place; null where nobody sits better than elsewhere. */
  readonly appeals: readonly (number | null)[]
  /** By participant, in points: below 0 they had less. */
  readonly balances: readonly number[]
}

/** What one way more from zone to zone counts, in squared points. */
const wayWeight = 1
/** Rounds end by themselves as every change makes something better; more than so many change next to nothing. */
const mostRounds = 12
const least = 1e-9

/**
 * The same plan with its places given anew by turns: no good place stands empty that a meeting could have, and those who
 * had less get better ones, so that the squares of all balances come to as little as exchanges of two meetings of one slot
 * can make it. Slots stay, so do breaks, and no rule is broken that was kept.
 */
export function rotate(instance: Instance, plan: Plan, turns: Turns): Plan {
  if (new Set(turns.appeals.filter((appeal) => appeal !== null)).size < 2) return plan
  const round = new Round(instance, plan, turns)
  for (let done = 0; done < mostRounds && round.play(); done += 1);
  return { slots: plan.slots, places: [...round.placeOf.subarray(0, plan.places.length)] }
}

class Round {
  readonly placeOf: Int16Array
  readonly #instance: Instance
  readonly #turns: Turns
  readonly #board: Board
  readonly #walks: Walks
  /** The meetings at a table, by slot. */
  readonly #bySlot: readonly (readonly number[])[]
  /** The points of each participant, with what they get this time. */
  readonly #points: Float64Array

  constructor(instance: Instance, plan: Plan, turns: Turns) {
    this.#instance = instance
    this.#turns = turns
    this.#board = new Board(instance)
    this.#board.load(plan)
    this.placeOf = Int16Array.from(plan.places)
    this.#walks = new Walks(instance, this.#board, this.placeOf)
    this.#points = Float64Array.from(turns.balances)
    this.#bySlot = instance.slots.map((_, slot) =>
      [...plan.slots.keys()].filter((meeting) => plan.slots[meeting] === slot && this.#appealOf(meeting) !== null),
    )
  }

  /** Whether anything became better. */
  play(): boolean {
    let isBetter = false
    for (const [slot, meetings] of this.#bySlot.entries()) if (this.#fill(slot, meetings)) isBetter = true
    this.#count()
    for (const [slot, meetings] of this.#bySlot.entries()) if (this.#exchange(slot, meetings)) isBetter = true
    return isBetter
  }

  /** The appeal of the place that a meeting has, or null where it has no table. */
  #appealOf(meeting: number): number | null {
    return this.#turns.appeals[this.placeOf[meeting] ?? unplaced] ?? null
  }

  /** What everybody has by now: what they brought, and how much better their tables are than the average of the day. */
  #count(): void {
    const got = this.#bySlot.flat().map((meeting) => [meeting, this.#appealOf(meeting) ?? 0] as const)
    const mean = got.reduce((sum, [, appeal]) => sum + appeal, 0) / Math.max(1, got.length)
    this.#points.set(this.#turns.balances)
    for (const [meeting, appeal] of got) this.#give(meeting, appeal - mean)
  }

  #give(meeting: number, points: number): void {
    for (const one of this.#board.people[meeting] ?? []) this.#points[one] = (this.#points[one] ?? 0) + points
  }

  #pointsOf(meeting: number): number {
    return (this.#board.people[meeting] ?? []).reduce((sum, one) => sum + (this.#points[one] ?? 0), 0)
  }

  /** Gives better places that stand empty, where nobody has to walk more for it. */
  #fill(slot: number, meetings: readonly number[]): boolean {
    const taken = new Set(meetings.map((meeting) => this.placeOf[meeting]))
    const { appeals } = this.#turns
    const empty = [...appeals.keys()]
      .filter((place) => appeals[place] !== null && !taken.has(place))
      .toSorted((a, b) => (appeals[b] ?? 0) - (appeals[a] ?? 0))
    let isBetter = false
    for (const meeting of meetings.toSorted((a, b) => this.#pointsOf(a) - this.#pointsOf(b))) {
      const appeal = this.#appealOf(meeting) ?? 0
      const at = empty.findIndex(
        (place) =>
          (appeals[place] ?? 0) > appeal && this.#may(meeting, place, slot) && this.#waysBy(meeting, place, slot) <= 0,
      )
      const place = empty[at]
      if (place === undefined) continue
      empty.splice(at, 1)
      this.placeOf[meeting] = place
      isBetter = true
    }
    return isBetter
  }

  /** Exchanges the places of two meetings wherever that makes balances more even by more than the ways it costs. */
  #exchange(slot: number, meetings: readonly number[]): boolean {
    let isBetter = false
    for (const [at, one] of meetings.entries())
      for (const other of meetings.slice(at + 1)) {
        const step = (this.#appealOf(other) ?? 0) - (this.#appealOf(one) ?? 0)
        const gain = this.#gainBy(one, other, step)
        if (step === 0 || gain <= least) continue
        const [here, there] = [this.placeOf[one] ?? unplaced, this.placeOf[other] ?? unplaced]
        if (!this.#may(one, there, slot) || !this.#may(other, here, slot)) continue
        const ways = this.#waysBy(one, there, slot) + this.#waysBy(other, here, slot)
        if (gain - wayWeight * ways <= least) continue
        this.placeOf[one] = there
        this.placeOf[other] = here
        this.#give(one, step)
        this.#give(other, -step)
        isBetter = true
      }
    return isBetter
  }

  /** By how much the squares of all balances become less where one gets so many points from another. */
  #gainBy(one: number, other: number, step: number): number {
    const people = (this.#board.people[one]?.length ?? 0) + (this.#board.people[other]?.length ?? 0)
    return -2 * step * (this.#pointsOf(one) - this.#pointsOf(other)) - step * step * people
  }

  /** Whether a meeting may have a place in its slot, whoever is there now. */
  #may(meeting: number, place: number, slot: number): boolean {
    const { zone = 0, closed = [] } = this.#instance.places[place] ?? {}
    const places = this.#instance.meetings[meeting]?.places ?? null
    return (
      !closed.includes(slot) &&
      (places === null || places.includes(place)) &&
      this.#walks.isInReach(meeting, zone, slot)
    )
  }

  /** How many ways more from zone to zone its people have in their session if a meeting is at another place. */
  #waysBy(meeting: number, place: number, slot: number): number {
    const [from, to] = [this.#walks.zoneOf(meeting), this.#instance.places[place]?.zone ?? 0]
    if (from === to) return 0
    let ways = 0
    for (const one of this.#board.people[meeting] ?? [])
      for (const direction of [-1, 1]) {
        const next = this.#nextZone(one, slot, direction)
        if (next !== null) ways += (next === to ? 0 : 1) - (next === from ? 0 : 1)
      }
    return ways
  }

  /** Where somebody's next meeting of the same session is, or the one before. */
  #nextZone(participant: number, slot: number, direction: number): number | null {
    const { slots } = this.#instance
    for (let at = slot + direction; slots[at]?.session === slots[slot]?.session; at += direction) {
      const meeting = this.#board.meetingAt(participant, at)
      if (meeting !== unplaced) return this.#walks.zoneOf(meeting)
    }
    return null
  }
}
