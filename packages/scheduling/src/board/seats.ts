import type { Instance, Meeting } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import type { Board } from './board.ts'
import type { Chain } from './chain.ts'
import { nearSlots } from './walking.ts'

/** What `holders` says of a place that is closed. */
const closed = -1

/**
 * The places of the meetings of a board, and the way to change both together: nothing is put, taken or exchanged on a
 * board but through here. Where any open place will do for any meeting, places can be given once the slots are known.
 */
export class Seats {
  readonly #board: Board
  readonly #near: ReturnType<typeof nearSlots>
  readonly #walking: Instance['walking']
  readonly #zones: readonly number[]
  readonly #everywhere: readonly number[]
  readonly #places: (readonly number[])[]
  /** The meeting at each place in each slot, plus one; 0 where none is. */
  readonly #holders: Int32Array
  readonly placeOf: Int16Array
  readonly #isKept: boolean
  /** Places that meetings had before a change that may yet be turned back. */
  readonly #before = new Map<number, number>()
  readonly #tried: Int32Array
  #round = 0

  /** `always` keeps places from the first meeting on, even where any place will do. */
  constructor(instance: Instance, board: Board, always: boolean) {
    this.#board = board
    this.#near = nearSlots(instance)
    this.#walking = instance.walking
    this.#zones = instance.places.map(({ zone }) => zone)
    this.#everywhere = [...instance.places.keys()]
    this.#places = instance.meetings.map(({ places }) => places ?? this.#everywhere)
    this.#holders = new Int32Array(instance.places.length * board.slots)
    this.placeOf = new Int16Array(board.slotOf.length).fill(unplaced)
    this.#tried = new Int32Array(instance.places.length)
    instance.places.forEach((place, index) => place.closed.forEach((slot) => this.#hold(index, slot, closed)))
    const isPlain =
      instance.meetings.every(({ places }) => places === null) && this.#near.every((near) => near.length === 0)
    this.#isKept = always || !isPlain
  }

  /** Takes in what the board took in. */
  add({ places }: Meeting): void {
    this.#places.push(places ?? this.#everywhere)
  }

  /** Puts a meeting into a slot if there is a place for it there. */
  put(meeting: number, slot: number): boolean {
    this.#board.put(meeting, slot)
    if (!this.#isKept) return true
    this.#before.clear()
    if (this.#seat(meeting)) return true
    this.#turnBack(() => this.#board.take(meeting))
    return false
  }

  take(meeting: number): void {
    if (this.#isKept) this.#leave(meeting)
    this.#board.take(meeting)
  }

  /** Exchanges a chain if all its members find places; else everything is as it was. */
  exchange(chain: Chain): boolean {
    if (!this.#isKept) {
      chain.exchange()
      return true
    }
    this.#before.clear()
    const members = chain.members.subarray(0, chain.size)
    for (const member of members) this.#leave(member)
    chain.exchange()
    if (members.every((member) => this.#seat(member))) return true
    this.#turnBack(() => chain.exchange())
    return false
  }

  /** Gives a meeting of the board the place it has in a plan. */
  settle(meeting: number, place: number): void {
    this.placeOf[meeting] = place
    this.#hold(place, this.#board.slotOf[meeting] ?? 0, meeting + 1)
  }

  /** Gives every meeting of the board a place, where it was not given one as it came. */
  seatAll(): void {
    if (this.#isKept) return
    for (let meeting = 0; meeting < this.#board.meetings; meeting += 1)
      if (this.#board.slotOf[meeting] !== unplaced) this.#seat(meeting)
  }

  #hold(place: number, slot: number, holder: number): void {
    this.#holders[place * this.#board.slots + slot] = holder
  }

  #holder(place: number, slot: number): number {
    return this.#holders[place * this.#board.slots + slot] ?? closed
  }

  #leave(meeting: number): void {
    const place = this.placeOf[meeting] ?? unplaced
    if (!this.#before.has(meeting)) this.#before.set(meeting, place)
    if (place === unplaced) return
    this.#hold(place, this.#board.slotOf[meeting] ?? 0, 0)
    this.placeOf[meeting] = unplaced
  }

  /** Undoes a change: all leave the places they got, `undo` gives them their slots back, and they find what they had. */
  #turnBack(undo: () => void): void {
    const before = [...this.#before]
    for (const [meeting] of before) this.#leave(meeting)
    undo()
    for (const [meeting, place] of before) if (place !== unplaced) this.settle(meeting, place)
  }

  #seat(meeting: number): boolean {
    this.#round += 1
    return this.#find(meeting)
  }

  /** A free place, or else one whose meeting finds another in the same slot (Kuhn's augmenting path). */
  #find(meeting: number): boolean {
    const slot = this.#board.slotOf[meeting] ?? 0
    const places = this.#ranked(meeting).filter((place) => this.#isOpen(meeting, place, slot))
    const free = places.find((place) => this.#holder(place, slot) === 0)
    if (free !== undefined) return this.#have(meeting, free)
    for (const place of places) {
      if (this.#tried[place] === this.#round) continue
      this.#tried[place] = this.#round
      const other = this.#holder(place, slot) - 1
      this.#leave(other)
      if (this.#find(other)) return this.#have(meeting, place)
      this.settle(other, place)
    }
    return false
  }

  #have(meeting: number, place: number): true {
    if (!this.#before.has(meeting)) this.#before.set(meeting, unplaced)
    this.settle(meeting, place)
    return true
  }

  /** Whether a place may be had: nobody is giving it up for another, it is open, and everybody gets there in time. */
  #isOpen(meeting: number, place: number, slot: number): boolean {
    if (this.#tried[place] === this.#round || this.#holder(place, slot) === closed) return false
    const zone = this.#zones[place] ?? 0
    return (this.#near[slot] ?? []).every(({ slot: other, minutes, isLater }) =>
      (this.#board.people[meeting] ?? []).every((one) => {
        const there = this.#zoneOf(this.#board.meetingAt(one, other))
        if (there === null) return true
        return minutes >= ((isLater ? this.#walking[zone]?.[there] : this.#walking[there]?.[zone]) ?? 0)
      }),
    )
  }

  #zoneOf(meeting: number): number | null {
    const place = this.placeOf[meeting] ?? unplaced
    return place === unplaced ? null : (this.#zones[place] ?? 0)
  }

  /** The places a meeting may have, those first that lie in the zone where its people are all day. */
  #ranked(meeting: number): readonly number[] {
    const places = this.#places[meeting] ?? []
    if (this.#walking.length < 2) return places
    const days = new Int32Array(this.#walking.length)
    for (const one of this.#board.people[meeting] ?? [])
      for (let slot = 0; slot < this.#board.slots; slot += 1) {
        const zone = this.#zoneOf(this.#board.meetingAt(one, slot))
        if (zone !== null) days[zone] = (days[zone] ?? 0) + 1
      }
    return places.toSorted((a, b) => (days[this.#zones[b] ?? 0] ?? 0) - (days[this.#zones[a] ?? 0] ?? 0))
  }
}

/** The plan that a board and its seats stand for. */
export const planOf = (board: Board, seats: Seats): Plan => ({
  slots: [...board.slotOf.subarray(0, board.meetings)],
  places: [...seats.placeOf.subarray(0, board.meetings)],
})
