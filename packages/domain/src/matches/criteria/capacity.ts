import { daysBetween } from '../../dates.ts'
import { type CapacityClaim, capacityClaims } from '../capacity-claims.ts'
import { type Criterion, type Pair, unsaid } from '../pair.ts'

/** What a capacity counts that is stated for something else: the plant may be the same, which is to be verified. */
const elsewhere = 0.4
/** A lead time longer than the time left costs, but never all: dates move. */
const latest = 0.25

function worthOf(
  { need, today }: Pair,
  { capability, covers, fits }: CapacityClaim,
): { readonly worth: number; readonly late: Readonly<Record<string, number>> } {
  const { leadTimeDays } = capability
  const daysLeft = need.deliverFrom === null ? null : Math.max(0, daysBetween(today, need.deliverFrom))
  const worth = Math.min(1, covers) * (fits ? 1 : elsewhere)
  if (leadTimeDays === null || daysLeft === null || leadTimeDays <= daysLeft) return { worth, late: {} }
  return { worth: worth * Math.max(latest, daysLeft / leadTimeDays), late: { leadTimeDays, daysLeft } }
}

/** The share of the volume the best capability carries, less where its lead time is longer than the time left. */
export const capacity: Criterion = (pair) => {
  if (pair.need.volume === null) return null
  const [best] = capacityClaims(pair)
    .map((claim) => ({ claim, ...worthOf(pair, claim) }))
    .toSorted((a, b) => b.worth - a.worth)
  if (best === undefined) return unsaid()
  return { score: best.worth, detail: { ...best.claim.detail, ...best.late }, evidence: best.claim.evidence }
}
