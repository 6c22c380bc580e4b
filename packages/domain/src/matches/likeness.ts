import { codeProximity } from '../categories/category.ts'
import type { BudgetBand } from '../needs/need.ts'
import type { Reference } from '../passports/passport.ts'
import type { Money } from '../place.ts'
import { sameLocality, sameRegion } from './nearest-site.ts'
import type { Pair } from './pair.ts'

/** What a category that is the same adds to what the words say of an entry. */
const categoryShare = 0.1
/** How much more a like piece of work counts that was done here, or at this size. */
const hereShare = 0.3
const sizeShare = 0.3
/** The factor between a contract's worth and the budget at which it counts half as much alike. */
const halfwayFactor = 10

/** How near an amount lies to a budget, 0..1: 1 inside the band, halved with every factor of ten; null in another currency. */
export function sizeLikeness(amount: Money, { min, max }: BudgetBand): number | null {
  const low = min ?? max
  const high = max ?? min
  if (low === null || high === null || low.currency !== amount.currency || amount.amountMinor <= 0) return null
  if (low.amountMinor <= amount.amountMinor && amount.amountMinor <= high.amountMinor) return 1
  const under = Math.log(Math.max(1, low.amountMinor) / amount.amountMinor)
  const over = Math.log(amount.amountMinor / Math.max(1, high.amountMinor))
  return 0.5 ** (Math.max(0, under, over) / Math.log(halfwayFactor))
}

/** How like the need a piece of past work is: its words and category, and more where it was done nearby at the same size. */
export function likeness({ need, signals }: Pair, reference: Reference): number {
  const words = signals.entries.find((entry) => entry.entryId === reference.id)?.score ?? 0
  let nearest = 0
  for (const own of reference.categories)
    for (const wanted of need.categories) nearest = Math.max(nearest, codeProximity(own, wanted))
  const { place } = reference
  const here =
    need.place !== null && place !== null && (sameLocality(need.place, place) || sameRegion(need.place, place))
  const size = need.budget === null || reference.value === null ? 0 : (sizeLikeness(reference.value, need.budget) ?? 0)
  return Math.min(1, (words + categoryShare * nearest) * (1 + (here ? hereShare : 0) + sizeShare * size))
}

/** Several pieces of evidence as one, 0..1: the best in full, each further one closing half as much as the one before. */
export function together(scores: readonly number[]): number {
  // A few, mostly in order already, and every pair of a ranking asks: put in order without a call for each comparison.
  const best = [...scores]
  for (let from = 1; from < best.length; from += 1) {
    const score = best[from] ?? 0
    let at = from
    for (; at > 0 && (best[at - 1] ?? 0) < score; at -= 1) best[at] = best[at - 1] ?? 0
    best[at] = score
  }
  let open = 1
  let share = 1
  for (const score of best) {
    open *= 1 - score * share
    share /= 2
  }
  return 1 - open
}
