import type { AwardCriterion, BidField, CallContent, Envelope, Prefill } from '@enlace/domain'

import type { DemoBid } from '../demo-world.ts'

/** A field of a call, as its author writes it. */
export const field = (
  key: string,
  envelope: Envelope,
  label: string,
  maxWords: number,
  prefill: Prefill | null = null,
): BidField => ({ key, envelope, label, required: true, maxWords, prefill })
/** A criterion of a call. */
export const criterion = (key: string, envelope: Envelope, name: string, weight: number): AwardCriterion => ({
  ...{ key, envelope, name, weight },
  maxScore: 10,
})
/** What each of the panel gives by a criterion, and why. */
export const given = (points: readonly number[], comment: string): DemoBid['scores'][string] => ({ points, comment })

/** A sealed call that two of three open together, priced as a whole. */
export const sealedCall = {
  ...{ access: 'open', sealing: 'sealed', envelopes: ['technical', 'price'], lots: [], currency: 'USD', threshold: 2 },
} as const satisfies Partial<CallContent>
/** A quick call that its buyer opens alone, priced as a whole. */
export const plainCall = {
  ...{ access: 'open', sealing: 'plain', envelopes: ['technical', 'price'], lots: [], currency: 'USD', threshold: 1 },
  standstillDays: 2,
} as const satisfies Partial<CallContent>
