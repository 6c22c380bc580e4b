import { matchdaySides } from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

const between = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))
const key = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'Use up to 40 small letters, digits and hyphens.'))

/** See ParticipantType in the domain. */
export const participantType = z.object({
  key,
  name: wire.text(60, 1),
  side: z.enum(matchdaySides),
  seats: z.optional(between(1, 5000)),
  mostMeetings: z.optional(between(1, 60)),
  leastMeetings: z.optional(between(0, 60)),
  quotas: z.optional(
    z.array(z.object({ type: key, atLeast: between(0, 60), atMost: between(0, 60) })).check(z.maxLength(12)),
  ),
  hosted: z.optional(z.boolean()),
})
