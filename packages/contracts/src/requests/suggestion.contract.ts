import {
  suggestionLacks,
  type MatchdayId,
  type MatchdayParticipantId,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { criterionResult } from '../matches/match.contract.ts'
import * as wire from '../wire.ts'

/** Somebody on the other side of a matchday with whom the reader has a match, and what speaks for it. */
export const requestSuggestion = z.object({
  participantId: wire.id<MatchdayParticipantId>(),
  organisation: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  needId: wire.id<NeedId>(),
  title: z.string(),
  /** Whether the need is the reader's own. */
  mine: z.boolean(),
  /** Whether the other may know whose need it is, so that a request can name it. */
  open: z.boolean(),
  criteria: z.array(criterionResult),
})
export type RequestSuggestion = DeepReadonly<z.output<typeof requestSuggestion>>

export const pairSuggestion = z.object({
  hostId: wire.id<MatchdayParticipantId>(),
  hostName: z.string(),
  visitorId: wire.id<MatchdayParticipantId>(),
  visitorName: z.string(),
  title: z.string(),
})
export type PairSuggestion = DeepReadonly<z.output<typeof pairSuggestion>>

const common = { noun: 'matchdays', access: 'member', method: 'GET' } as const
const params = z.object({ id: wire.id<MatchdayId>() })

export const listSuggestions = endpoint({
  ...common,
  name: 'listSuggestions',
  summary:
    'Whom of a matchday the matches of the reader speak for, while neither has asked; at most ten, the best first.',
  path: '/api/matchdays/:id/suggestions',
  params,
  /** What the reader has to publish first; null where it has. */
  response: z.object({ items: z.array(requestSuggestion), lacks: z.nullable(z.enum(suggestionLacks)) }),
  problems: ['thing.not-found'],
})

export const listPairSuggestions = endpoint({
  ...common,
  name: 'listPairSuggestions',
  summary: 'For the organiser: pairs that a match for an open need speaks for, while neither has asked; at most ten.',
  path: '/api/matchdays/:id/pair-suggestions',
  params,
  response: z.object({ items: z.array(pairSuggestion) }),
  problems: ['thing.not-found', 'identity.forbidden'],
})
