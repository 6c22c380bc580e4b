import type { SelectionQuestion } from '@enlace/scheduling'

import type { Asking, Manners } from './askings.ts'

/** Slots of participants and places of slots that are taken, whether a meeting is agreed or still waits. */
export class Agenda {
  readonly #question: SelectionQuestion
  readonly #taken: Uint8Array
  readonly #places: number[]
  readonly #booked: number[]

  constructor(question: SelectionQuestion) {
    this.#question = question
    const { participants, slots, places } = question
    this.#taken = new Uint8Array(participants.length * slots).fill(1)
    this.#places = Array.from({ length: slots }, () => places)
    this.#booked = participants.map(({ atMost }) => atMost)
    for (const [at, one] of participants.entries()) for (const slot of one.slots) this.#taken[at * slots + slot] = 0
  }

  /** Slots in which both are free and a place is too; none where one of them has all the meetings it wants. */
  free(one: number, other: number): number[] {
    if (this.#booked[one] === 0 || this.#booked[other] === 0) return []
    const { slots } = this.#question
    return this.#places.flatMap((left, slot) =>
      left > 0 && this.#taken[one * slots + slot] === 0 && this.#taken[other * slots + slot] === 0 ? [slot] : [],
    )
  }

  /** Takes a slot for two, or gives it back. */
  mark(pair: readonly [number, number], slot: number, taken: boolean): void {
    const step = taken ? 1 : -1
    for (const who of pair) {
      this.#taken[who * this.#question.slots + slot] = taken ? 1 : 0
      this.#booked[who] = (this.#booked[who] ?? 0) - step
    }
    this.#places[slot] = (this.#places[slot] ?? 0) - step
  }
}

/** Somebody asks, or a slot has waited for its answer. */
type Happening = { readonly asking: Asking; readonly slot: number | null; readonly answered: boolean }

/**
 * Plays what happens where people book by themselves: who asks picks a slot that both have free, and it stays taken for
 * both until the other answers. Who finds no slot tries again the next day. Returns the candidates that agreed.
 */
export function selfBooked(
  question: SelectionQuestion,
  askings: readonly Asking[],
  { close, lapse }: Manners,
  day: number,
  random: () => number,
): number[] {
  const agenda = new Agenda(question)
  const ticks: Happening[][] = Array.from({ length: close }, () => [])
  for (const asking of askings) ticks[asking.at]?.push({ asking, slot: null, answered: false })
  const agreed: number[] = []
  for (let now = 0; now < close; now += 1)
    for (const { asking, slot, answered } of ticks[now] ?? []) {
      const { candidate, pair, answersAfter, yes } = asking
      if (slot !== null) {
        if (answered && yes) agreed.push(candidate)
        else agenda.mark(pair, slot, false)
        continue
      }
      const free = agenda.free(...pair)
      const picked = free[Math.floor(random() * free.length)]
      if (picked === undefined) {
        ticks[now + day]?.push({ asking, slot: null, answered: false })
        continue
      }
      agenda.mark(pair, picked, true)
      // An answer at once is looked at in this very tick: what is pushed to the list being read is still read.
      const wait = Math.min(answersAfter ?? lapse, lapse)
      ticks[now + wait]?.push({ asking, slot: picked, answered: answersAfter === wait })
    }
  return agreed
}
