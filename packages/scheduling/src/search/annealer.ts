import type { Board } from '../board/board.ts'
import type { Chain } from '../board/chain.ts'
import type { Seats } from '../board/seats.ts'
import { unplaced } from '../plan.ts'
import type { Random } from '../random.ts'

/** By how much more than it may cost a chain may cost on its way, in breaks. */
const slack = 1
/** Slots tried for one participant before another is drawn. */
const tries = 8
/** One in so many exchanges is of any two slots. */
const anyIn = 8

/**
 * Simulated annealing over Kempe chains: an exchange is made if it costs nothing, and the more rarely the more it costs.
 * Of two people at the ends of a chain one at least must not lose by an exchange that costs nothing, so chains are
 * drawn by a person and two slots that suit that person: nearly all others would be found and thrown away.
 */
export class Annealer {
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

  /** Draws one exchange, and makes it unless it costs too much at this temperature, in breaks. */
  step(temperature: number): void {
    const { slotOf, people, slots, meetings } = this.#board
    const random = this.#random
    const meeting = random.below(meetings)
    const from = slotOf[meeting] ?? unplaced
    if (from === unplaced) return
    // The most that the exchange may cost, drawn first: P(limit > cost) is exp(-cost / temperature).
    const limit = -temperature * Math.log(1 - random.share())
    const who = people[meeting] ?? []
    const to =
      random.below(anyIn) === 0 ? random.below(slots) : this.#suiting(who[random.below(who.length)] ?? 0, from, limit)
    if (to === unplaced || to === from) return
    if (this.#chain.grow(meeting, to, meetings, limit + slack) && this.#chain.delta <= limit)
      this.#seats.exchange(this.#chain)
  }

  /** A slot that a participant has free and to which a meeting can go for no more breaks than the limit; or none. */
  #suiting(participant: number, from: number, limit: number): number {
    const { at, slots, width } = this.#board
    const row = participant * width + 1
    const own = row + from
    const around = (at[own - 1] === 0 ? 0 : 1) + (at[own + 1] === 0 ? 0 : 1)
    for (let done = 0; done < tries; done += 1) {
      const to = this.#random.below(slots)
      const cell = row + to
      if (at[cell] !== 0) continue
      const there = (at[cell - 1] === 0 || cell - 1 === own ? 0 : 1) + (at[cell + 1] === 0 || cell + 1 === own ? 0 : 1)
      if (around - there <= limit) return to
    }
    return unplaced
  }
}
