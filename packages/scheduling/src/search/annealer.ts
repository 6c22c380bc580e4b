import type { Board } from '../board/board.ts'
import { Chain } from '../board/chain.ts'
import type { Seats } from '../board/seats.ts'
import { unplaced } from '../plan.ts'
import type { Random } from '../random.ts'

/** By how much more than it may cost an exchange may cost that a second one mends. */
const depth = 1
/** Slots tried for one participant before another is drawn. */
const tries = 8
/** One in so many exchanges is of any two slots. */
const anyIn = 1

/**
 * Simulated annealing over Kempe chains: an exchange is made if it costs nothing, and the more rarely the more it costs.
 * Of two people at the ends of a chain one at least must not lose by an exchange that costs nothing, so chains are
 * drawn by a person and two slots that suit that person: nearly all others would be found and thrown away.
 */
export class Annealer {
  readonly #board: Board
  readonly #seats: Seats
  readonly #chain: Chain
  readonly #second: Chain
  readonly #random: Random

  constructor(board: Board, seats: Seats, chain: Chain, random: Random) {
    this.#board = board
    this.#seats = seats
    this.#chain = chain
    this.#second = new Chain(board)
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
    if (!this.#chain.grow(meeting, to, meetings, limit + depth)) return
    if (this.#chain.delta <= limit) this.#seats.exchange(this.#chain)
    else this.#mended(limit - this.#chain.delta)
  }

  /** Makes an exchange that costs too much by itself if a second one mends whom it hurts. */
  #mended(limit: number): void {
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
      const from = (start + step) % slots
      const own = row + from
      const meeting = at[own] ?? 0
      const around = (at[own - 1] === 0 ? 0 : 1) + (at[own + 1] === 0 ? 0 : 1)
      if (meeting === 0 || around === 2) continue
      for (let to = 0; to < slots; to += 1) {
        const cell = row + to
        if (at[cell] !== 0) continue
        const left = at[cell - 1] === 0 || cell - 1 === own ? 0 : 1
        const right = at[cell + 1] === 0 || cell + 1 === own ? 0 : 1
        if (left + right <= around || !this.#second.grow(meeting - 1, to, meetings, limit + 1)) continue
        if (this.#second.delta <= limit && this.#seats.exchange(this.#second)) return true
      }
    }
    return false
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
