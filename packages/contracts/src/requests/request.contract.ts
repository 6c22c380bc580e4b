import {
  requestKinds,
  requestStates,
  type IntroductionId,
  type MatchdayId,
  type MatchdayParticipantId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** That somebody would meet the reader, or that the organiser introduces the two. */
export const meetingRequest = z.object({
  kind: z.enum(requestKinds),
  state: z.enum(requestStates),
  /** Null where the other asks by itself. */
  introductionId: z.nullable(wire.id<IntroductionId>()),
  participantId: wire.id<MatchdayParticipantId>(),
  organisation: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  must: z.boolean(),
  reason: z.string(),
  askedAt: wire.instant,
  /** Until when it can be answered; null where that is not set. */
  until: z.nullable(wire.instant),
})
export type MeetingRequest = DeepReadonly<z.output<typeof meetingRequest>>

export const listRequests = endpoint({
  noun: 'matchdays',
  access: 'member',
  name: 'listRequests',
  summary:
    'Requests to meet that wait for the answer of the reader, those due soonest first, and what it accepted of the organiser while the other has not.',
  method: 'GET',
  path: '/api/matchdays/:id/requests',
  params: z.object({ id: wire.id<MatchdayId>() }),
  response: z.object({ items: z.array(meetingRequest) }),
  problems: ['thing.not-found'],
})
