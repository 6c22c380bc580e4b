import { unplaced } from '../plan.ts'
import type { Board } from './board.ts'

/**
 * What runs of one length cost against a single run, in breaks: little enough that no break is made for it. A short run
 * beside a long one is nearer to its end than two of a length, which a count of breaks alone does not see; so do Johnson,
 * Aragon, McGeoch and Schevon (1991) with the classes of a colouring.
 */
export const evenCost = 0.05

/**
 * A Kempe chain: the meetings of two slots that hang together by the people they share. Exchanging the slots of all
 * of them leaves everybody in one place at a time, and changes the day only of those who have one of the two slots free.
 */
export class Chain {
  readonly #board: Board
  readonly members: Int32Array
  size = 0
  /** What exchanging would cost, in breaks; a little less where it makes runs more uneven. */
  delta = 0
  /** The slots exchanged: the first member comes from `from` and goes to `to`. */
  from = 0
  to = 0
  /** The round in which a meeting was last a member, so that no round has to clear what the one before left. */
  readonly #seen: Int32Array
  #round = 0
  readonly #ends: Int32Array
  readonly #endRuns: Int8Array
  #endCount = 0
  readonly #poolShift: Int16Array

  constructor(board: Board) {
    this.#board = board
    this.members = new Int32Array(board.slotOf.length)
    this.#seen = new Int32Array(board.slotOf.length)
    this.#ends = new Int32Array(board.runs.length)
    this.#endRuns = new Int8Array(board.runs.length)
    this.#poolShift = new Int16Array(board.drawn.length)
  }

  has(meeting: number): boolean {
    return this.#seen[meeting] === this.#round
  }

  /** A participant who has more breaks after the exchange, or -1. */
  hurt(): number {
    for (let index = 0; index < this.#endCount; index += 1)
      if ((this.#endRuns[index] ?? 0) > 0) return this.#ends[index] ?? unplaced
    return unplaced
  }

  /** The slot a meeting would have after the exchange. */
  slotAfter(meeting: number): number {
    const slot = this.#board.slotOf[meeting] ?? -1
    return this.has(meeting) ? this.from + this.to - slot : slot
  }

  /**
   * Finds the chain of a meeting and another slot; whether it may be exchanged. It is given up once it has more than
   * `most` members or costs more than `limit` on its way, as few that do so become cheap in the end.
   */
  grow(meeting: number, to: number, most: number, limit: number): boolean {
    const { at, allowed, people, slotOf, slots, width, runs, costOf } = this.#board
    const { members } = this
    const round = (this.#round += 1)
    const from = slotOf[meeting] ?? 0
    const touching = from - to === 1 || to - from === 1 ? 1 : 0
    this.from = from
    this.to = to
    members[0] = meeting
    this.#seen[meeting] = round
    let [size, ends, delta] = [1, 0, 0]
    for (let done = 0; done < size; done += 1) {
      const member = members[done] ?? 0
      const own = slotOf[member] ?? 0
      const other = from + to - own
      if (allowed[member * slots + other] === 0) return false
      const who = people[member] ?? []
      for (let index = 0; index < who.length; index += 1) {
        const one = who[index] ?? 0
        const row = one * width + 1
        const next = at[row + other] ?? 0
        if (next === 0) {
          const around = (at[row + own - 1] === 0 ? 0 : 1) + (at[row + own + 1] === 0 ? 0 : 1)
          const there = (at[row + other - 1] === 0 ? 0 : 1) + (at[row + other + 1] === 0 ? 0 : 1) - touching
          delta += evenCost * this.#board.evenedBy(one, own, other)
          if (around === there) continue
          const before = runs[one] ?? 0
          delta += (costOf[before + around - there] ?? 0) - (costOf[before] ?? 0)
          this.#ends[ends] = one
          this.#endRuns[ends] = around - there
          ends += 1
        } else if (this.#seen[next - 1] !== round) {
          if (size === most) return false
          this.#seen[next - 1] = round
          members[size] = next - 1
          size += 1
        }
      }
      if (delta > limit) return false
    }
    this.size = size
    this.delta = delta
    this.#endCount = ends
    return this.#isBorne()
  }

  /** Whether places, pools and orders bear the exchange. */
  #isBorne(): boolean {
    const { held, capacity, slotOf, ordered, drawn } = this.#board
    let shift = 0
    for (let index = 0; index < this.size; index += 1) shift += slotOf[this.members[index] ?? 0] === this.from ? 1 : -1
    if (shift > 0 && (held[this.to] ?? 0) + shift > (capacity[this.to] ?? 0)) return false
    if (shift < 0 && (held[this.from] ?? 0) - shift > (capacity[this.from] ?? 0)) return false
    return (drawn.length === 0 || this.#isDrawn()) && (!ordered || this.#isInOrder())
  }

  #isDrawn(): boolean {
    const board = this.#board
    this.#poolShift.fill(0)
    for (let index = 0; index < this.size; index += 1) {
      const member = this.members[index] ?? 0
      const pool = board.poolOf[member] ?? null
      if (pool === null) continue
      this.#poolShift[pool] = (this.#poolShift[pool] ?? 0) + (board.slotOf[member] === this.from ? 1 : -1)
    }
    return this.#poolShift.every(
      (shift, pool) =>
        shift === 0 || (shift > 0 ? board.hasDrawn(pool, this.to, shift) : board.hasDrawn(pool, this.from, -shift)),
    )
  }

  #isInOrder(): boolean {
    const slotAfter = (meeting: number): number => this.slotAfter(meeting)
    for (let index = 0; index < this.size; index += 1) {
      const member = this.members[index] ?? 0
      if (!this.#board.isInOrder(member, this.slotAfter(member), slotAfter)) return false
    }
    return true
  }

  /** Whether all participants of a meeting outside the chain are free in one of its slots after the exchange. */
  frees(meeting: number, slot: number): boolean {
    const board = this.#board
    const other = this.from + this.to - slot
    return (board.people[meeting] ?? []).every((one) => {
      const [here, there] = [board.meetingAt(one, slot), board.meetingAt(one, other)]
      return (here < 0 || this.has(here)) && (there < 0 || !this.has(there))
    })
  }

  /** Exchanges the slots of all members; the chain may be turned back by exchanging again. */
  exchange(): void {
    const board = this.#board
    const { at, people, slotOf, width } = board
    for (let index = 0; index < this.size; index += 1) {
      const member = this.members[index] ?? 0
      const cell = (slotOf[member] ?? 0) + 1
      for (const one of people[member] ?? []) at[one * width + cell] = 0
    }
    let shift = 0
    for (let index = 0; index < this.size; index += 1) {
      const member = this.members[index] ?? 0
      const own = slotOf[member] ?? 0
      const other = this.from + this.to - own
      slotOf[member] = other
      shift += other === this.to ? 1 : -1
      for (const one of people[member] ?? []) at[one * width + other + 1] = member + 1
      const drawn = board.drawn[board.poolOf[member] ?? -1]
      if (drawn === undefined) continue
      drawn[own] = (drawn[own] ?? 0) - 1
      drawn[other] = (drawn[other] ?? 0) + 1
    }
    board.held[this.to] = (board.held[this.to] ?? 0) + shift
    board.held[this.from] = (board.held[this.from] ?? 0) - shift
    for (let index = 0; index < this.#endCount; index += 1) {
      board.changeRuns(this.#ends[index] ?? 0, this.#endRuns[index] ?? 0)
      this.#endRuns[index] = -(this.#endRuns[index] ?? 0)
    }
  }
}
