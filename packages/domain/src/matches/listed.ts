import type { OrganisationId } from '../brand.ts'
import { heldPlaces, untriedKept, type FairnessPolicy } from '../fairness/fairness-policy.ts'
import { firstWithoutRivals, type RivalsOf } from '../rivals/rival.ts'

/** How many a list holds: the best, and in any case so many of those with little work to show. */
export type ListRoom = { readonly best: number; readonly untried: number }

/** Room for the best alone. */
export const theBest = (best: number): ListRoom => ({ best, untried: 0 })

/** Where places are held, the best of those with little work to show are at hand for them, however many are better. */
export const roomUnder = (policy: FairnessPolicy, best: number): ListRoom => ({
  best,
  untried: heldPlaces(policy) > 0 ? untriedKept : 0,
})

type Row = { readonly supplierId: OrganisationId; readonly score: number; readonly isUntried: boolean }

/** The rows that a list has room for, best first as they came, each counted as though its rivals were not in it. */
export function listed<R extends Row>(ranked: readonly R[], room: ListRoom, rivalsOf: RivalsOf): readonly R[] {
  const best = firstWithoutRivals(ranked, room.best, rivalsOf)
  if (room.untried === 0) return best
  const untried = ranked.filter(({ isUntried, score }) => isUntried && score > 0)
  const kept = new Set([...best, ...firstWithoutRivals(untried, room.untried, rivalsOf)])
  return ranked.filter((row) => kept.has(row))
}
