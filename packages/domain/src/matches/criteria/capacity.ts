import { daysBetween } from '../../dates.ts'
import { bestCapacity } from '../best-capacity.ts'
import { type Criterion, unsaid } from '../pair.ts'

/** The share of the volume the best fitting capability carries, less where its lead time is longer than the time left. */
export const capacity: Criterion = (pair) => {
  if (pair.need.volume === null) return null
  const best = bestCapacity(pair)
  if (best === null) return unsaid()
  const { leadTimeDays } = best.capability
  const daysLeft = pair.need.deliverFrom === null ? null : Math.max(0, daysBetween(pair.today, pair.need.deliverFrom))
  const late = leadTimeDays !== null && daysLeft !== null && leadTimeDays > daysLeft
  const onTime = late ? Math.max(0.25, daysLeft / leadTimeDays) : 1
  return {
    score: Math.min(1, best.covers) * onTime,
    detail: { ...best.detail, ...(late ? { leadTimeDays, daysLeft } : {}) },
    evidence: best.evidence,
  }
}
