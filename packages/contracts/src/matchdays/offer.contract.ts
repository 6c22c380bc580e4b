import type { MatchdayId, MatchdayParticipantId, OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** Somebody one could meet now, and the first time that both have. */
export const meetingOffer = z.object({
  participantId: wire.id<MatchdayParticipantId>(),
  organisationId: wire.id<OrganisationId>(),
  name: z.string(),
  slot: z.int(),
  startsAt: wire.instant,
  endsAt: wire.instant,
})
export type MeetingOffer = DeepReadonly<z.output<typeof meetingOffer>>

export const listOffers = endpoint({
  noun: 'matchdays',
  access: 'member',
  name: 'listOffers',
  summary:
    'With whom the reader could meet now: participants it agreed with, has no meeting with and shares a free time with, those that either must meet first; at most five.',
  method: 'GET',
  path: '/api/matchdays/:id/offers',
  params: z.object({ id: wire.id<MatchdayId>() }),
  response: z.object({ items: z.array(meetingOffer) }),
  problems: ['thing.not-found'],
})
