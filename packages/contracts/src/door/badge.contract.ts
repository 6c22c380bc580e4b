import {
  matchdaySides,
  type BadgeId,
  type MatchdayId,
  type MatchdayParticipantId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const badgeView = z.object({
  id: wire.id<BadgeId>(),
  participantId: wire.id<MatchdayParticipantId>(),
  firm: z.string(),
  number: z.int(),
  holder: z.string(),
  /** For typing where no camera reads. */
  code: z.string(),
  voidAt: z.nullable(wire.instant),
})
/** A badge with what its picture holds; for its wearer, and for whoever just issued it. */
export const wornBadge = z.extend(badgeView, { token: z.string() })
export type WornBadge = DeepReadonly<z.output<typeof wornBadge>>

const common = { noun: 'door', access: 'member', params: z.object({ id: wire.id<MatchdayId>() }) } as const

export const listOwnBadges = endpoint({
  ...common,
  name: 'listOwnBadges',
  summary: "The badges of the reader's own organisation at a matchday, with what their pictures hold.",
  method: 'GET',
  path: '/api/matchdays/:id/badges',
  response: z.object({ items: z.array(wornBadge) }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const issueBadge = endpoint({
  ...common,
  name: 'issueBadge',
  summary: 'Issue a badge to a participant that is admitted; the one it replaces is refused from then on.',
  method: 'POST',
  path: '/api/matchdays/:id/badges',
  body: z.object({
    /** The organiser says for whom; a participant has its own. */
    participantId: z._default(z.nullable(wire.id<MatchdayParticipantId>()), null),
    holder: z._default(wire.text(120), ''),
    replaces: z._default(z.nullable(wire.id<BadgeId>()), null),
  }),
  success: 201,
  response: wornBadge,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'badge.void'],
})

export const listKnownFirms = endpoint({
  ...common,
  name: 'listKnownFirms',
  summary: 'Buyers and suppliers on the platform whose name has these words, for who comes without registration.',
  method: 'GET',
  path: '/api/matchdays/:id/known-firms',
  query: z.object({ name: wire.text(120, 2) }),
  response: z.object({
    items: z.array(z.object({ id: wire.id<OrganisationId>(), name: z.string(), side: z.enum(matchdaySides) })),
  }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const walkIn = endpoint({
  ...common,
  name: 'walkIn',
  summary:
    'Let in a firm that comes without registration, known to the platform or new to it, and issue its badge in one step.',
  method: 'POST',
  path: '/api/matchdays/:id/walk-ins',
  body: z.object({
    firm: z.union([
      z.object({ id: wire.id<OrganisationId>() }),
      z.object({ name: wire.text(200, 1), side: z.enum(matchdaySides) }),
    ]),
    holder: z._default(wire.text(120), ''),
  }),
  success: 201,
  response: wornBadge,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})
