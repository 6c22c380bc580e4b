import type { MatchdayId, MatchdayParticipantId, OrganisationId, SeparationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const firm = z.object({
  participantId: wire.id<MatchdayParticipantId>(),
  organisationId: wire.id<OrganisationId>(),
  name: z.string(),
})

/** Two who never meet, as its reader said itself. */
export const separationView = z.object({
  /** Null where it is a participant's own "no", taken back as a wish is. */
  id: z.nullable(wire.id<SeparationId>()),
  host: firm,
  visitor: firm,
  reason: z.string(),
  saidAt: wire.instant,
})
export type SeparationView = DeepReadonly<z.output<typeof separationView>>

const common = { noun: 'matchdays', access: 'member' } as const
const params = z.object({ id: wire.id<MatchdayId>() })

export const listSeparations = endpoint({
  ...common,
  name: 'listSeparations',
  summary:
    'Who never meets at a matchday, as the reader said itself: the organiser of two, a participant of another; the newest first.',
  method: 'GET',
  path: '/api/matchdays/:id/separations',
  params,
  response: z.object({ items: z.array(separationView) }),
  problems: ['thing.not-found'],
})

export const separateFirms = endpoint({
  ...common,
  name: 'separateFirms',
  summary:
    'Keep two participants of a matchday apart, as its organiser; neither is told. What is proposed to them is withdrawn; a meeting that they have is called off first.',
  method: 'POST',
  path: '/api/matchdays/:id/separations',
  params,
  body: z.object({
    oneId: wire.id<MatchdayParticipantId>(),
    otherId: wire.id<MatchdayParticipantId>(),
    reason: z._default(wire.text(500), ''),
  }),
  success: 201,
  response: z.object({ id: wire.id<SeparationId>() }),
  problems: [
    'thing.not-found',
    'identity.forbidden',
    'matchday.state',
    'separation.side',
    'separation.twice',
    'separation.planned',
  ],
})

export const dropSeparation = endpoint({
  ...common,
  name: 'dropSeparation',
  summary: 'Keep two participants apart no longer; what they said of each other holds again.',
  method: 'DELETE',
  path: '/api/matchdays/:id/separations/:separationId',
  params: z.object({ id: wire.id<MatchdayId>(), separationId: wire.id<SeparationId>() }),
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})
