import type { Board } from '../board/board.ts'
import { Chain } from '../board/chain.ts'
import type { Seats } from '../board/seats.ts'
import { unplaced } from '../plan.ts'
import type { Random } from '../random.ts'

/** By how much more than it may cost an exchange may cost that a second one mends, in breaks. */
const depth = 1

/**
 * Simulated annealing over Kempe chains: an exchange is made if it costs nothing, and the more rarely the more it costs.
 * One that costs a break too many is looked at together with a second one that gives the break back: so a day is
 * changed in two steps of which neither would be made alone.
 */
export class Annealer {
  readonly #board: Board
  readonly #seats: Seats
  readonly #random: Random
  readonly #chain: Chain
  readonly #second: Chain

  constructor(board: Board, seats: Seats, random: Random) {
    this.#board = board
    this.#seats = seats
    this.#random = random
    this.#chain = new Chain(board)
    this.#second = new Chain(board)
  }

  /** Draws one exchange, and makes it unless it costs too much at this temperature, in breaks. */
  step(temperature: number): void {
    const { slotOf, slots, meetings } = this.#board
    const meeting = this.#random.below(meetings)
    const to = this.#random.below(slots)
    const from = slotOf[meeting] ?? unplaced
    if (from === unplaced || to === from) return
    // The most that the exchange may cost, drawn first: P(limit > cost) is exp(-cost / temperature).
    const limit = -temperature * Math.log(1 - this.#random.share())
    if (!this.#chain.grow(meeting, to, meetings, limit + depth)) return
    if (this.#chain.delta <= limit) this.#seats.exchange(this.#chain)
    else this.#exchangeBoth(limit - this.#chain.delta)
  }

  /** Makes the exchange with a second one that mends whom it hurts, or none. */
  #exchangeBoth(limit: number): void {
    const hurt = this.#chain.hurt()
    if (hurt === unplaced || !this.#seats.exchange(this.#chain)) return
    if (!this.#mend(hurt, limit)) this.#seats.exchange(this.#chain)
  }

  /** Saves a participant a break by an exchange that costs at most so much in all; whether there is one. */
  #mend(participant: number, limit: number): boolean {
    const { at, slots, width, meetings } = this.#board
    const row = participant * width + 1
    const start = this.#random.below(slots)
    for (let step = 0; step < slots; step += 1) {
      const own = row + ((start + step) % slots)
      const meeting = (at[own] ?? 0) - 1
      const around = (at[own - 1] === 0 ? 0 : 1) + (at[own + 1] === 0 ? 0 : 1)
      // A meeting in the middle of others leaves a break behind it.
      if (meeting === unplaced || around === 2) continue
      for (let to = 0; to < slots; to += 1) {
        const cell = row + to
        if (at[cell] !== 0) continue
        const before = at[cell - 1] === 0 || cell - 1 === own ? 0 : 1
        const behind = at[cell + 1] === 0 || cell + 1 === own ? 0 : 1
        if (before + behind <= around || !this.#second.grow(meeting, to, meetings, limit + depth)) continue
        if (this.#second.delta <= limit && this.#seats.exchange(this.#second)) return true
      }
    }
    return false
  }
}
