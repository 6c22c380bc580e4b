import type { Instance, Meeting } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import type { Board } from './board.ts'
import type { Chain } from './chain.ts'
import { Walks } from './walking.ts'

/** Meetings and the places they had. */
type Spots = readonly (readonly [meeting: number, place: number])[]

/** What `holders` says of a place that is closed. */
const closed = -1

/**
 * The places of the meetings of a board, and the way to change both together: nothing is put, taken or exchanged on a
 * board but through here. Where any open place will do for any meeting, places can be given once the slots are known.
 */
export class Seats {
  readonly #board: Board
  readonly #walks: Walks
  readonly #zones: readonly number[]
  readonly #byZone: readonly (readonly number[])[]
  readonly #places: (readonly number[] | null)[]
  /** The meeting at each place in each slot, plus one; 0 where none is. */
  readonly #holders: Int32Array
  readonly placeOf: Int16Array
  readonly #isKept: boolean
  /** Places that meetings had before a change that may yet be turned back. */
  readonly #before = new Map<number, number>()
  /** Meetings that no other may send to another place. */
  readonly #fixed = new Set<number>()
  readonly #exchanged = new Map<Chain, Spots>()
  readonly #tried: Int32Array
  #round = 0

  /** `always` keeps places from the first meeting on, even where any place will do. */
  constructor(instance: Instance, board: Board, always: boolean) {
    this.#board = board
    this.#zones = instance.places.map(({ zone }) => zone)
    this.#byZone = Array.from({ length: Math.max(0, ...this.#zones) + 1 }, (_, zone) =>
      [...this.#zones.keys()].filter((place) => this.#zones[place] === zone),
    )
    this.#places = instance.meetings.map(({ places }) => places)
    this.#holders = new Int32Array(instance.places.length * board.slots)
    this.placeOf = new Int16Array(board.slotOf.length).fill(unplaced)
    this.#walks = new Walks(instance, board, this.placeOf)
    this.#tried = new Int32Array(instance.places.length)
    instance.places.forEach((place, index) => place.closed.forEach((slot) => this.#hold(index, slot, closed)))
    const isPlain = instance.meetings.every(({ places }) => places === null) && this.#walks.isFree
    this.#isKept = always || !isPlain
  }

  /** Takes in what the board took in. */
  add({ places }: Meeting): void {
    this.#places.push(places)
  }

  /** Puts a meeting into a slot if there is a place for it there. */
  put(meeting: number, slot: number): boolean {
    this.#board.put(meeting, slot)
    if (!this.#isKept) return true
    this.#before.clear()
    if (this.#seat(meeting)) return true
    this.#turnBack([...this.#before], () => this.#board.take(meeting))
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
    if (members.every((member) => this.#seat(member))) {
      this.#exchanged.set(chain, [...this.#before])
      return true
    }
    this.#turnBack([...this.#before], () => chain.exchange())
    return false
  }

  /** Takes an exchange back, all to the very place they had; whatever was done since must have been taken back before. */
  takeBack(chain: Chain): void {
    if (this.#isKept) this.#turnBack(this.#exchanged.get(chain) ?? [], () => chain.exchange())
    else chain.exchange()
  }

  /** Lets no other meeting send this one to another place. */
  fix(meeting: number): void {
    this.#fixed.add(meeting)
  }

  /** The meeting at a place in a slot, or -1. */
  meetingIn(place: number, slot: number): number {
    return Math.max(unplaced, this.#holder(place, slot) - 1)
  }

  /** Closes a place that stands empty in a slot. */
  close(place: number, slot: number): void {
    this.#hold(place, slot, closed)
  }

  /** Gives a meeting of the board the place it has in a plan. */
  settle(meeting: number, place: number): void {
    this.placeOf[meeting] = place
    this.#hold(place, this.#board.slotOf[meeting] ?? 0, meeting + 1)
  }

  /** Gives every meeting of the board a place, where none was given as it came. */
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
  #turnBack(before: Spots, undo: () => void): void {
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
    const zones = this.#zonesFor(meeting, slot).map((zone) => this.#placesIn(meeting, zone))
    for (const places of zones)
      for (const place of places)
        if (this.#holder(place, slot) === 0 && this.#tried[place] !== this.#round) return this.#have(meeting, place)
    return zones.some((places) => places.some((place) => this.#isGivenUp(place, slot) && this.#have(meeting, place)))
  }

  /** Whether the meeting at a place finds another one. */
  #isGivenUp(place: number, slot: number): boolean {
    const other = this.#holder(place, slot) - 1
    if (other < 0 || this.#tried[place] === this.#round || this.#fixed.has(other)) return false
    this.#tried[place] = this.#round
    this.#leave(other)
    if (this.#find(other)) return true
    this.settle(other, place)
    return false
  }

  #have(meeting: number, place: number): true {
    if (!this.#before.has(meeting)) this.#before.set(meeting, unplaced)
    this.settle(meeting, place)
    return true
  }

  /** The places a meeting may have in a zone. */
  #placesIn(meeting: number, zone: number): readonly number[] {
    const places = this.#places[meeting] ?? null
    return places === null ? (this.#byZone[zone] ?? []) : places.filter((place) => this.#zones[place] === zone)
  }

  /** The zones a meeting may be in, those first in which its people are most of the day. */
  #zonesFor(meeting: number, slot: number): readonly number[] {
    if (this.#byZone.length < 2) return [0]
    const days = this.#byZone.map(() => 0)
    for (const one of this.#board.people[meeting] ?? [])
      for (let other = 0; other < this.#board.slots; other += 1) {
        const zone = this.#walks.zoneOf(this.#board.meetingAt(one, other))
        if (zone !== null) days[zone] = (days[zone] ?? 0) + 1
      }
    return [...days.keys()]
      .filter((zone) => this.#walks.isInReach(meeting, zone, slot))
      .toSorted((a, b) => (days[b] ?? 0) - (days[a] ?? 0))
  }
}

/** The plan that a board and its seats stand for. */
export const planOf = (board: Board, seats: Seats): Plan => ({
  slots: [...board.slotOf.subarray(0, board.meetings)],
  places: [...seats.placeOf.subarray(0, board.meetings)],
})
