import { blockersOf } from '../layout/blockers.ts'
import type { Board } from '../layout/board.ts'
import type { Chain } from '../layout/chain.ts'
import type { Seats } from '../layout/seats.ts'
import { unplaced } from '../plan.ts'
import type { Random } from '../random.ts'
import { putCheapest } from './construct.ts'

/** A chain longer than this exchanges half a slot: it is as likely to take the room elsewhere. */
const longestChain = 400

/** Puts meetings that found no slot: by an exchange that frees one, or else by putting another out, which then waits. */
export class RoomMaker {
  readonly #board: Board
  readonly #seats: Seats
  readonly #chain: Chain
  readonly #random: Random

  constructor(board: Board, seats: Seats, chain: Chain, random: Random) {
    this.#board = board
    this.#seats = seats
    this.#chain = chain
    this.#random = random
  }

  /** Tries to place one of the meetings that wait. */
  placeOne(): void {
    const board = this.#board
    const start = this.#random.below(board.meetings)
    for (let step = 0; step < board.meetings; step += 1) {
      const meeting = (start + step) % board.meetings
      if (board.slotOf[meeting] === unplaced) return this.#place(meeting)
    }
  }

  #place(meeting: number): void {
    if (putCheapest(this.#board, this.#seats, meeting, 0)) return
    const slots = this.#slotsByBlockers(meeting)
    for (const { slot, blockers } of slots.slice(0, 6)) {
      if (blockers.length === 1 && this.#exchanged(meeting, slot, blockers[0] ?? 0)) return
    }
    const least = slots[0]
    if (least !== undefined && least.blockers.length <= 2) this.#putOut(meeting, least.slot, least.blockers)
  }

  /** The slots a meeting may have, with the meetings that keep it out, few first and else by chance. */
  #slotsByBlockers(meeting: number) {
    const board = this.#board
    return Array.from({ length: board.slots }, (_, slot) => slot)
      .filter((slot) => board.mayHave(meeting, slot))
      .map((slot) => ({ slot, blockers: this.#blockers(meeting, slot), chance: this.#random.share() }))
      .filter(({ blockers }) => blockers.length > 0)
      .toSorted((a, b) => a.blockers.length - b.blockers.length || a.chance - b.chance)
  }

  /** Those that have to leave; of a full slot one by chance. */
  #blockers(meeting: number, slot: number): readonly number[] {
    const { busy, full } = blockersOf(this.#board, meeting, slot)
    const one = full[this.#random.below(full.length)]
    return one === undefined ? busy : [one]
  }

  #exchanged(meeting: number, slot: number, blocker: number): boolean {
    const board = this.#board
    const start = this.#random.below(board.slots)
    for (let step = 0; step < board.slots; step += 1) {
      const other = (start + step) % board.slots
      if (other === slot || !this.#chain.grow(blocker, other, longestChain, Infinity)) continue
      if (!this.#chain.frees(meeting, slot) || !this.#seats.exchange(this.#chain)) continue
      if (board.fits(meeting, slot) && this.#seats.put(meeting, slot)) return true
      this.#seats.takeBack(this.#chain)
    }
    return false
  }

  #putOut(meeting: number, slot: number, blockers: readonly number[]): void {
    for (const blocker of blockers) this.#seats.take(blocker)
    if (this.#board.fits(meeting, slot)) this.#seats.put(meeting, slot)
  }
}
