import {
  matchdaySides,
  participantStates,
  wishes,
  wishStandings,
  type MatchdayId,
  type MatchdayParticipantId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { borne } from '../cofinancing/cofinancing.ts'

export const matchdayParticipant = z.object({
  id: wire.id<MatchdayParticipantId>(),
  organisation: z.object({ id: wire.id<OrganisationId>(), name: z.string(), country: z.nullable(z.string()) }),
  side: z.enum(matchdaySides),
  state: z.enum(participantStates),
  /** For the organiser: the key of its type. */
  type: z.nullable(z.string()),
  languages: z.array(z.string()),
  note: z.string(),
  /** What the reader's organisation said about meeting it. */
  wish: z.nullable(z.enum(wishes)),
  /** What it said of the reader, with its reason; a "no" looks like silence. */
  theirWish: z.nullable(z.enum(wishes)),
  theirReason: z.string(),
  standing: z.enum(wishStandings),
  /** For the organiser: with how many others it is agreed. */
  agreed: z.nullable(z.int()),
  /** For the organiser: what it bears of a supplier's fee. */
  borne: z.nullable(borne),
})
export type MatchdayParticipantView = DeepReadonly<z.output<typeof matchdayParticipant>>

const common = { noun: 'matchdays', access: 'member' } as const
const one = { ...common, params: z.object({ id: wire.id<MatchdayId>() }) }
const ofParticipant = {
  ...common,
  params: z.object({ id: wire.id<MatchdayId>(), participantId: wire.id<MatchdayParticipantId>() }),
}

export const attendMatchday = endpoint({
  ...one,
  name: 'attendMatchday',
  summary: 'Register for a matchday, or say anew in which slots one does not come and which languages one speaks.',
  method: 'PUT',
  path: '/api/matchdays/:id/participation',
  body: z.object({
    away: z._default(z.array(wire.whole(2000)).check(z.maxLength(1200)), []),
    languages: z._default(z.array(wire.language).check(z.maxLength(20)), []),
    note: z._default(wire.text(1000), ''),
  }),
  response: matchdayParticipant,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'matchday.late', 'matchday.slot'],
})

export const leaveMatchday = endpoint({
  ...one,
  name: 'leaveMatchday',
  summary: 'Withdraw from a matchday; meetings that were planned are cancelled and the others told.',
  method: 'POST',
  path: '/api/matchdays/:id/participation/withdraw',
  response: matchdayParticipant,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})

export const listParticipants = endpoint({
  ...one,
  name: 'listParticipants',
  summary: 'Who takes part: all for the organiser, the admitted ones of the other side for a participant.',
  method: 'GET',
  path: '/api/matchdays/:id/participants',
  query: z.object(wire.paging),
  response: wire.page(matchdayParticipant),
  problems: ['thing.not-found'],
})

export const admitParticipant = endpoint({
  ...ofParticipant,
  name: 'admitParticipant',
  summary: 'Admit a firm to a matchday, as one of a type or without; or decline it.',
  method: 'PUT',
  path: '/api/matchdays/:id/participants/:participantId',
  body: z.object({
    state: z.enum(['admitted', 'declined']),
    /** The key of its type, null for none; it stays as it is where nothing is said. */
    type: z.optional(z.nullable(wire.text(40, 1))),
  }),
  response: matchdayParticipant,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'matchday.type', 'matchday.seats'],
})

export const sayWish = endpoint({
  ...ofParticipant,
  name: 'sayWish',
  summary:
    'Say that one must or would like to meet another, or never does, which nobody is told; null takes it back. Where both want to, they are agreed; once answers are due nobody asks or agrees any more.',
  method: 'PUT',
  path: '/api/matchdays/:id/wishes/:participantId',
  body: z.object({ wish: z.nullable(z.enum(wishes)), reason: z._default(wire.text(500), '') }),
  response: matchdayParticipant,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'request.expired', 'separation.planned'],
})
