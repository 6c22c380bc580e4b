import {
  introductionStates,
  type IntroductionId,
  type MatchdayId,
  type MatchdayParticipantId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const party = z.object({
  participantId: wire.id<MatchdayParticipantId>(),
  organisationId: wire.id<OrganisationId>(),
  name: z.string(),
})

/** A meeting that the organiser proposed, without what one of the two said. */
export const introductionView = z.object({
  id: wire.id<IntroductionId>(),
  host: party,
  visitor: party,
  reason: z.string(),
  state: z.enum(introductionStates),
  proposedAt: wire.instant,
  until: z.nullable(wire.instant),
})
export type IntroductionView = DeepReadonly<z.output<typeof introductionView>>

const common = { noun: 'matchdays', access: 'member' } as const
const params = z.object({ id: wire.id<MatchdayId>() })
const oneOf = z.object({ id: wire.id<MatchdayId>(), introductionId: wire.id<IntroductionId>() })

export const listIntroductions = endpoint({
  ...common,
  name: 'listIntroductions',
  summary: 'The meetings that the organiser proposed and how they stand, the newest first.',
  method: 'GET',
  path: '/api/matchdays/:id/introductions',
  params,
  response: z.object({ items: z.array(introductionView) }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const introduceFirms = endpoint({
  ...common,
  name: 'introduceFirms',
  summary: 'Propose a meeting to a buyer and a supplier, with a reason; where both accept, they are agreed.',
  method: 'POST',
  path: '/api/matchdays/:id/introductions',
  params,
  body: z.object({
    oneId: wire.id<MatchdayParticipantId>(),
    otherId: wire.id<MatchdayParticipantId>(),
    reason: wire.text(500, 1),
    /** Until when the two answer; else until answers are due, and after that for two days. */
    answerBy: z._default(z.nullable(wire.instant), null),
  }),
  success: 201,
  response: z.object({ id: wire.id<IntroductionId>() }),
  problems: [
    'thing.not-found',
    'identity.forbidden',
    'matchday.state',
    'introduction.side',
    'introduction.not-admitted',
    'introduction.barred',
    'introduction.needless',
    'introduction.proposed',
    'introduction.due',
  ],
})

export const withdrawIntroduction = endpoint({
  ...common,
  name: 'withdrawIntroduction',
  summary: 'Withdraw a proposed meeting that not both have accepted.',
  method: 'DELETE',
  path: '/api/matchdays/:id/introductions/:introductionId',
  params: oneOf,
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden', 'introduction.needless'],
})

export const answerIntroduction = endpoint({
  ...common,
  name: 'answerIntroduction',
  summary: 'Accept a meeting that the organiser proposes, or decline it, which nobody is told.',
  method: 'PUT',
  path: '/api/matchdays/:id/introductions/:introductionId/answer',
  params: oneOf,
  body: z.object({ accepts: z.boolean() }),
  /** Whether both have accepted. */
  response: z.object({ agreed: z.boolean() }),
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'request.expired', 'introduction.withdrawn'],
})
