import type { Board } from '../layout/board.ts'
import { Chain } from '../layout/chain.ts'
import type { Seats } from '../layout/seats.ts'
import { unplaced } from '../plan.ts'
import type { Random } from '../random.ts'

/** By how much more than it may cost an exchange may cost that another mends, in breaks. */
const depth = 1
/** So many exchanges are made at once at most. */
const levels = 3

/**
 * Simulated annealing over Kempe chains: an exchange is made if it costs nothing, and the more rarely the more it costs.
 * One that costs a break too many is looked at together with another that gives the break back: so a day is changed in
 * steps of which none would be made alone.
 */
export class Annealer {
  readonly #board: Board
  readonly #seats: Seats
  readonly #random: Random
  /** One for each level, as those before it may have to be taken back. */
  readonly #chains: readonly Chain[]

  constructor(board: Board, seats: Seats, random: Random) {
    this.#board = board
    this.#seats = seats
    this.#random = random
    this.#chains = Array.from({ length: levels }, () => new Chain(board))
  }

  /** Draws one exchange, and makes it unless it costs too much at this temperature, in breaks. */
  step(temperature: number): void {
    const { slotOf, slots, meetings } = this.#board
    const meeting = this.#random.below(meetings)
    const to = this.#random.below(slots)
    const from = slotOf[meeting] ?? unplaced
    if (from === unplaced || to === from) return
    // The most that the exchange may cost, drawn first: P(limit > cost) is exp(-cost / temperature).
    this.#make(meeting, to, -temperature * Math.log(1 - this.#random.share()), 0)
  }

  /** Makes an exchange that costs at most so much, by itself or with another that mends whom it hurts; whether it did. */
  #make(meeting: number, to: number, limit: number, level: number): boolean {
    const chain = this.#chains[level]
    if (chain === undefined || !chain.grow(meeting, to, this.#board.meetings, limit + depth)) return false
    if (chain.delta <= limit) return this.#seats.exchange(chain)
    const hurt = chain.hurt()
    if (level + 1 === levels || hurt === unplaced || !this.#seats.exchange(chain)) return false
    if (this.#mend(hurt, limit - chain.delta, level + 1)) return true
    this.#seats.takeBack(chain)
    return false
  }

  /** Saves a participant a break by an exchange that costs at most so much in all; whether there is one. */
  #mend(participant: number, limit: number, level: number): boolean {
    const { at, slots, width } = this.#board
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
        if (before + behind > around && this.#make(meeting, to, limit, level)) return true
      }
    }
    return false
  }
}
