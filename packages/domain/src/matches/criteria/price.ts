import type { Money } from '../../place.ts'
import type { Reference } from '../../passports/passport.ts'
import { sizeLikeness } from '../likeness.ts'
import { type Criterion, quoteOf, unsaid } from '../pair.ts'

/** Whether the supplier has carried contracts of this size: passports name no prices, past contracts name their worth. */
export const price: Criterion = (pair) => {
  const { need, passport } = pair
  if (need.budget === null || (need.budget.min === null && need.budget.max === null)) return null
  let best: { near: number; reference: Reference; value: Money } | null = null
  for (const reference of passport.references) {
    const near = reference.value === null ? null : sizeLikeness(reference.value, need.budget)
    if (reference.value !== null && near !== null && (best === null || near > best.near))
      best = { near, reference, value: reference.value }
  }
  if (best === null) return unsaid()
  return {
    score: best.near,
    detail: { amountMinor: best.value.amountMinor, currency: best.value.currency },
    evidence: {
      quote: quoteOf(pair, best.reference.id, best.reference.text),
      source: 'reference',
      entryId: best.reference.id,
    },
  }
}
