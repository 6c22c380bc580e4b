import { Board } from '../layout/board.ts'
import { Chain } from '../layout/chain.ts'
import { planOf, Seats } from '../layout/seats.ts'
import type { Instance } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import { Annealer } from './annealer.ts'
import type { Budget } from './budget.ts'
import { construct } from './construct.ts'
import { RoomMaker } from './make-room.ts'

/** How much worse a change may be and still be tried about once in three times, in breaks, at the start and the end. */
const hot = 0.15
const cold = 0.06
/** Steps between two looks at the clock. */
const stride = 512
/** Steps between two tries to place a meeting that waits. */
const patience = 8

/** A plan better than all before it: it breaks no rule, and fewer meetings wait, or as many and there are fewer breaks. */
export type Found = {
  readonly waiting: number
  readonly breaks: number
  readonly steps: number
  readonly plan: () => Plan
}

export type SearchOptions = { readonly random: Random; readonly budget: Budget }

/**
 * Makes a timetable by simulated annealing over Kempe chains and yields each better plan it comes upon, the first as
 * soon as it has one, until the budget is spent. The same random numbers and a budget of steps give the same plans.
 */
export function* search(instance: Instance, options: SearchOptions): Generator<Found, void, void> {
  for (const found of searchInPieces(instance, options)) if (found !== null) yield found
}

/** The same in pieces of some milliseconds, after each of which it yields, if only null: other work can go on in between. */
export function* searchInPieces(
  instance: Instance,
  { random, budget }: SearchOptions,
): Generator<Found | null, void, void> {
  const board = new Board(instance)
  const seats = new Seats(instance, board, false)
  const rooms = new RoomMaker(board, seats, new Chain(board), random)
  const annealer = new Annealer(board, seats, random)
  const best = new Best(instance, board, seats)
  best.look(0)
  construct(board, seats)
  best.look(0)
  let steps = 0
  for (let spent = 0; spent < 1; spent = budget(steps)) {
    yield best.news()
    if (best.isPerfect || board.slots < 2) return
    const temperature = hot * (cold / hot) ** spent
    for (const until = steps + stride; steps < until; steps += 1) {
      if (board.waiting > 0 && steps % patience === 0) rooms.placeOne()
      else annealer.step(temperature)
      best.look(steps)
    }
  }
  yield best.news()
}

/** The best plan seen so far, kept as a copy of the tables. */
class Best {
  readonly #instance: Instance
  readonly #board: Board
  readonly #seats: Seats
  readonly #slots: Int16Array
  readonly #places: Int16Array
  #waiting = Infinity
  #breaks = Infinity
  #steps = 0
  #isNew = false

  constructor(instance: Instance, board: Board, seats: Seats) {
    this.#instance = instance
    this.#board = board
    this.#seats = seats
    this.#slots = board.slotOf.slice()
    this.#places = seats.placeOf.slice()
  }

  look(steps: number): void {
    const { waiting, breaks } = this.#board
    if (waiting > this.#waiting || (waiting === this.#waiting && breaks >= this.#breaks)) return
    if (!this.#board.isEven()) return
    this.#waiting = waiting
    this.#breaks = breaks
    this.#steps = steps
    this.#isNew = true
    this.#slots.set(this.#board.slotOf)
    this.#places.set(this.#seats.placeOf)
  }

  /** Whether nothing can be better. */
  get isPerfect(): boolean {
    return this.#waiting === 0 && this.#breaks === 0
  }

  /** What was found since it was last asked, or null. */
  news(): Found | null {
    if (!this.#isNew) return null
    this.#isNew = false
    const [slots, places] = [this.#slots, this.#places].map((table) => [...table.subarray(0, this.#board.meetings)])
    const plan = () => seated(this.#instance, { slots: slots ?? [], places: places ?? [] })
    return { waiting: this.#waiting, breaks: this.#breaks, steps: this.#steps, plan }
  }
}

/** A plan with the places its meetings were given, or are given now. */
function seated(instance: Instance, plan: Plan): Plan {
  const board = new Board(instance)
  board.load(plan)
  const seats = new Seats(instance, board, false)
  plan.places.forEach((place, meeting) => {
    if (place !== unplaced) seats.settle(meeting, place)
  })
  seats.seatAll()
  return planOf(board, seats)
}
