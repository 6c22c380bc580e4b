import type { Instance, Meeting, Participant } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'

/** What one break above what the spread allows counts, in breaks. */
const unevenWeight = 3
/** Rows kept free for participants and meetings that come while the day runs. */
const spareRows = 128

/**
 * A timetable that is being made, as flat tables. It knows slots alone; where a meeting takes place is for `Seats` to
 * say. Whoever puts a meeting looks first whether it may be put.
 */
export class Board {
  readonly slots: number
  /** The length of a participant's row in `at`: a free cell stands before the first slot and one behind the last. */
  readonly width: number
  readonly people: (readonly number[])[] = []
  readonly poolOf: (number | null)[] = []
  readonly earlier: (readonly number[])[] = []
  readonly later: number[][] = []
  /** The meeting of each participant in each slot, plus one; 0 where they are free. */
  readonly at: Int32Array
  /** 1 where nothing but other meetings keeps a meeting from a slot. */
  readonly allowed: Uint8Array
  readonly slotOf: Int16Array
  /** Runs of meetings without an idle slot, of each participant; one fewer are their breaks. */
  readonly runs: Int16Array
  /** How many meetings each participant has, with a slot or without. */
  readonly counts: Int16Array
  readonly held: Int16Array
  /** Places open in each slot. */
  readonly capacity: Int16Array
  readonly drawn: readonly Int16Array[]
  readonly limits: readonly Int16Array[]
  /** What so many runs cost: their breaks, and more for those above what the spread allows. */
  readonly costOf: Float64Array
  readonly spread: number | null
  /** Whether any meeting waits for another: most days have none, and need not look. */
  ordered = false
  participants = 0
  /** Participants without a break. */
  calm = 0
  waiting = 0
  breaks = 0
  cost = 0

  constructor(instance: Instance) {
    this.slots = instance.slots.length
    this.width = this.slots + 2
    this.spread = instance.spread
    const rows = instance.meetings.length + spareRows
    const persons = instance.participants.length + spareRows
    this.at = new Int32Array(persons * this.width)
    this.runs = new Int16Array(persons)
    this.counts = new Int16Array(persons)
    this.allowed = new Uint8Array(rows * this.slots)
    this.slotOf = new Int16Array(rows).fill(unplaced)
    this.held = new Int16Array(this.slots)
    this.capacity = Int16Array.from(instance.slots, (_, slot) => openIn(instance, slot))
    this.drawn = instance.pools.map(() => new Int16Array(this.slots))
    this.limits = instance.pools.map(({ capacity }) =>
      Int16Array.from(instance.slots, (_, slot) => capacity[slot] ?? 0),
    )
    const spread = instance.spread ?? this.slots
    this.costOf = Float64Array.from({ length: this.slots + 2 }, (_, runs) => {
      const breaks = Math.max(0, runs - 1)
      return breaks + unevenWeight * Math.max(0, breaks - spread)
    })
    for (let done = 0; done < instance.participants.length; done += 1) this.welcome()
    for (const meeting of instance.meetings) this.add(meeting, instance.participants)
  }

  get meetings(): number {
    return this.people.length
  }

  /** Whether there are rows for one more meeting and one more participant. */
  get hasRoom(): boolean {
    return this.meetings < this.slotOf.length && this.participants < this.runs.length
  }

  /** Takes in a participant, without meetings as yet. */
  welcome(): void {
    this.participants += 1
    this.calm += 1
  }

  /** Takes in a meeting, without a slot as yet; its number. */
  add(meeting: Meeting, participants: readonly Participant[]): number {
    const index = this.people.length
    this.people.push(meeting.participants)
    this.poolOf.push(meeting.pool)
    this.earlier.push(meeting.after)
    this.later[index] ??= []
    for (const first of meeting.after) (this.later[first] ??= []).push(index)
    this.ordered ||= meeting.after.length > 0
    this.waiting += 1
    for (const one of meeting.participants) this.counts[one] = (this.counts[one] ?? 0) + 1
    this.allow(index, meeting, participants)
    return index
  }

  /** Says anew which slots a meeting may have. */
  allow(index: number, meeting: Meeting, participants: readonly Participant[]): void {
    const row = index * this.slots
    this.allowed.fill(meeting.slots === null ? 1 : 0, row, row + this.slots)
    for (const slot of meeting.slots ?? []) this.allowed[row + slot] = 1
    for (const one of meeting.participants)
      for (const slot of participants[one]?.forbidden ?? []) this.allowed[row + slot] = 0
  }

  mayHave(meeting: number, slot: number): boolean {
    return this.allowed[meeting * this.slots + slot] === 1
  }

  /** The meeting of a participant in a slot, or -1. */
  meetingAt(participant: number, slot: number): number {
    return (this.at[participant * this.width + slot + 1] ?? 0) - 1
  }

  isFree(meeting: number, slot: number): boolean {
    for (const one of this.people[meeting] ?? []) if (this.meetingAt(one, slot) >= 0) return false
    return true
  }

  /** Whether places and a pool have one left in a slot. */
  hasLeft(meeting: number, slot: number): boolean {
    const pool = this.poolOf[meeting] ?? null
    return (this.held[slot] ?? 0) < (this.capacity[slot] ?? 0) && (pool === null || this.hasDrawn(pool, slot, 1))
  }

  /** Whether a pool bears so many more in a slot. */
  hasDrawn(pool: number, slot: number, more: number): boolean {
    return (this.drawn[pool]?.[slot] ?? 0) + more <= (this.limits[pool]?.[slot] ?? 0)
  }

  /** Whether a slot lies behind all that must come before a meeting, and before all that must come behind. */
  isInOrder(meeting: number, slot: number, slotOf: (meeting: number) => number): boolean {
    if (!this.ordered) return true
    for (const one of this.earlier[meeting] ?? []) if (slotOf(one) >= slot) return false
    for (const one of this.later[meeting] ?? []) {
      const other = slotOf(one)
      if (other !== unplaced && other <= slot) return false
    }
    return true
  }

  /** Whether a meeting without a slot can be put into one as things stand, places aside. */
  fits(meeting: number, slot: number): boolean {
    return (
      this.mayHave(meeting, slot) &&
      this.isFree(meeting, slot) &&
      this.hasLeft(meeting, slot) &&
      this.isInOrder(meeting, slot, (one) => this.slotOf[one] ?? unplaced)
    )
  }

  /** How many runs a participant would have more by a meeting in a slot that is free. */
  runsBy(participant: number, slot: number): number {
    const cell = participant * this.width + slot + 1
    return 1 - (this.at[cell - 1] === 0 ? 0 : 1) - (this.at[cell + 1] === 0 ? 0 : 1)
  }

  /**
   * By how much a participant's runs become more even, -1..1, if what they have in one slot goes to another, which is
   * free: the squares of all lengths of runs together fall by that share of the square of all their meetings.
   */
  evenedBy(participant: number, from: number, to: number): number {
    const { at } = this
    const row = participant * this.width + 1
    const [own, other] = [row + from, row + to]
    let [left, right, before, behind] = [0, 0, 0, 0]
    while (at[own - 1 - left] !== 0) left += 1
    while (at[own + 1 + right] !== 0) right += 1
    while (other - 1 - before !== own && at[other - 1 - before] !== 0) before += 1
    while (other + 1 + behind !== own && at[other + 1 + behind] !== 0) behind += 1
    // A run of a + 1 + b falls into a and b, and one of c + 1 + d comes of c and d.
    const count = this.counts[participant] ?? 1
    return (2 * (left * right + left + right - before * behind - before - behind)) / (count * count)
  }

  /** What putting a meeting into a slot would cost its participants. */
  costBy(meeting: number, slot: number): number {
    let cost = 0
    for (const one of this.people[meeting] ?? []) {
      const runs = this.runs[one] ?? 0
      cost += (this.costOf[runs + this.runsBy(one, slot)] ?? 0) - (this.costOf[runs] ?? 0)
    }
    return cost
  }

  put(meeting: number, slot: number): void {
    for (const one of this.people[meeting] ?? []) {
      this.changeRuns(one, this.runsBy(one, slot))
      this.at[one * this.width + slot + 1] = meeting + 1
    }
    this.slotOf[meeting] = slot
    this.waiting -= 1
    this.#count(meeting, slot, 1)
  }

  take(meeting: number): void {
    const slot = this.slotOf[meeting] ?? unplaced
    for (const one of this.people[meeting] ?? []) {
      this.at[one * this.width + slot + 1] = 0
      this.changeRuns(one, -this.runsBy(one, slot))
    }
    this.slotOf[meeting] = unplaced
    this.waiting += 1
    this.#count(meeting, slot, -1)
  }

  #count(meeting: number, slot: number, by: number): void {
    this.held[slot] = (this.held[slot] ?? 0) + by
    const drawn = this.drawn[this.poolOf[meeting] ?? -1]
    if (drawn !== undefined) drawn[slot] = (drawn[slot] ?? 0) + by
  }

  changeRuns(participant: number, by: number): void {
    const before = this.runs[participant] ?? 0
    const after = before + by
    this.runs[participant] = after
    this.breaks += Math.max(0, after - 1) - Math.max(0, before - 1)
    this.calm += (after <= 1 ? 1 : 0) - (before <= 1 ? 1 : 0)
    this.cost += (this.costOf[after] ?? 0) - (this.costOf[before] ?? 0)
  }

  /** Whether nobody has more breaks above another than the spread allows. */
  isEven(): boolean {
    // Who has no break sets the measure, and there is nearly always somebody; the others need not be looked through.
    if (this.spread === null || this.cost === this.breaks) return true
    if (this.calm > 0) return false
    const runs = this.runs.subarray(0, this.participants)
    return Math.max(...runs) - Math.min(...runs) <= this.spread
  }

  /** Puts each meeting where a plan has it. */
  load(plan: Plan): void {
    plan.slots.forEach((slot, meeting) => {
      if (slot !== unplaced) this.put(meeting, slot)
    })
  }
}

const openIn = ({ places }: Instance, slot: number): number =>
  places.filter(({ closed }) => !closed.includes(slot)).length
