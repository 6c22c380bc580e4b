import type { AwardCriterion, BidField, Envelope, Prefill } from './call.ts'

/** A field that every bid fills in, in so many words at most. */
export const bidField = (
  key: string,
  envelope: Envelope,
  label: string,
  maxWords: number,
  prefill: Prefill | null = null,
): BidField => ({ key, envelope, label, required: true, maxWords, prefill })

/** A criterion scored 0 to 10; the weights of a call come to 100. */
export const awardCriterion = (key: string, envelope: Envelope, name: string, weight: number): AwardCriterion => ({
  ...{ key, envelope, name, weight },
  maxScore: 10,
})
