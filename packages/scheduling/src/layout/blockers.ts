import { unplaced } from '../plan.ts'
import type { Board } from './board.ts'

/** What keeps a meeting from a slot it may have: all of `busy` have to leave, or one of `full`. */
export type Blockers = { readonly busy: readonly number[]; readonly full: readonly number[] }

/** The meetings that keep another from a slot: those of its people, or, where they are free, those that fill the slot. */
export function blockersOf(board: Board, meeting: number, slot: number): Blockers {
  const busy = (board.people[meeting] ?? []).map((one) => board.meetingAt(one, slot)).filter((one) => one !== unplaced)
  if (busy.length > 0) return { busy: [...new Set(busy)], full: [] }
  if (board.hasLeft(meeting, slot)) return { busy: [], full: [] }
  const pool = board.poolOf[meeting] ?? null
  const byPool = pool !== null && !board.hasDrawn(pool, slot, 1)
  const full: number[] = []
  for (let other = 0; other < board.meetings; other += 1)
    if (board.slotOf[other] === slot && (!byPool || board.poolOf[other] === pool)) full.push(other)
  return { busy: [], full }
}
