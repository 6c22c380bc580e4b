import type { Board } from '../layout/board.ts'
import type { Seats } from '../layout/seats.ts'

/**
 * Puts those that have one slot alone first and then the meetings of the busiest, each where it costs least; the rest is
 * for those who can move others.
 */
export function construct(board: Board, seats: Seats): void {
  const load = new Int32Array(board.participants)
  for (const who of board.people) for (const one of who) load[one] = (load[one] ?? 0) + 1
  const weights = board.people.map((who) => who.reduce((sum, one) => sum + (load[one] ?? 0), 0))
  const bound = weights.map((_, meeting) => (isBound(board, meeting) ? 1 : 0))
  const order = [...board.people.keys()].toSorted(
    (a, b) => (bound[b] ?? 0) - (bound[a] ?? 0) || (weights[b] ?? 0) - (weights[a] ?? 0),
  )
  for (const meeting of order) putCheapest(board, seats, meeting, 0)
}

function isBound(board: Board, meeting: number): boolean {
  let open = 0
  for (let slot = 0; slot < board.slots && open < 2; slot += 1) open += board.mayHave(meeting, slot) ? 1 : 0
  return open === 1
}

/** Puts a meeting into the slot in which it costs least, from a slot on; whether there is one. */
export function putCheapest(board: Board, seats: Seats, meeting: number, first: number): boolean {
  const slots: { readonly slot: number; readonly cost: number }[] = []
  for (let slot = first; slot < board.slots; slot += 1)
    if (board.fits(meeting, slot)) slots.push({ slot, cost: board.costBy(meeting, slot) })
  return slots.toSorted((a, b) => a.cost - b.cost).some(({ slot }) => seats.put(meeting, slot))
}
