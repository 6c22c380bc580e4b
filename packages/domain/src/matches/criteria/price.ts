import type { BudgetBand } from '../../needs/need.ts'
import type { Money } from '../../place.ts'
import type { Reference } from '../../passports/passport.ts'
import { type Criterion, unsaid } from '../pair.ts'

/** The factor between a contract and the budget at which experience counts half. */
const halfwayFactor = 10

/** How far an amount lies outside the band, as a logarithm of the factor; 0 inside, null in another currency. */
function distance(amount: Money, { min, max }: BudgetBand): number | null {
  if ((min ?? max)?.currency !== amount.currency || amount.amountMinor <= 0) return null
  const low = (min ?? max)?.amountMinor ?? 0
  const high = (max ?? min)?.amountMinor ?? 0
  if (amount.amountMinor < low) return Math.log(low / amount.amountMinor)
  return amount.amountMinor > high && high > 0 ? Math.log(amount.amountMinor / high) : 0
}

/** Whether the supplier has carried contracts of this size: passports name no prices, past contracts name their worth. */
export const price: Criterion = ({ need, passport }) => {
  if (need.budget === null || (need.budget.min === null && need.budget.max === null)) return null
  let best: { far: number; reference: Reference; value: Money } | null = null
  for (const reference of passport.references) {
    if (reference.value === null) continue
    const far = distance(reference.value, need.budget)
    if (far !== null && (best === null || far < best.far)) best = { far, reference, value: reference.value }
  }
  if (best === null) return unsaid()
  return {
    score: 0.5 ** (best.far / Math.log(halfwayFactor)),
    detail: { amountMinor: best.value.amountMinor, currency: best.value.currency },
    evidence: { quote: best.reference.text, source: 'reference', entryId: best.reference.id },
  }
}
