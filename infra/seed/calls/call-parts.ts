import type { CallContent } from '@enlace/domain'

import type { DemoBid } from '../demo-world.ts'

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
