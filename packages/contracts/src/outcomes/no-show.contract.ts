import {
  excuseKinds,
  noShowStates,
  noShowWitnesses,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
  type NoShowId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** One absence, for the firm and the organiser alone. */
export const noShowView = z.object({
  id: wire.id<NoShowId>(),
  matchday: z.object({ id: wire.id<MatchdayId>(), title: z.string() }),
  firm: z.string(),
  organiser: z.string(),
  /** Whether the reader is the firm that was absent. */
  mine: z.boolean(),
  /** Null where it was absent from the day, or the other firm is not the reader's to know. */
  other: z.nullable(z.string()),
  notedAt: wire.instant,
  /** Until when it counts. */
  lapsesAt: wire.instant,
  witness: z.enum(noShowWitnesses),
  /** Whether the firm said so itself. */
  byItself: z.boolean(),
  state: z.enum(noShowStates),
  excuse: z.nullable(z.object({ kind: z.enum(excuseKinds), text: z.string(), at: wire.instant })),
  decision: z.nullable(z.object({ accepted: z.boolean(), reason: z.string(), at: wire.instant })),
})
export type NoShowView = DeepReadonly<z.output<typeof noShowView>>

const common = { noun: 'outcomes', access: 'member' } as const
const one = { ...common, params: z.object({ noShowId: wire.id<NoShowId>() }) }

export const listNoShows = endpoint({
  ...common,
  name: 'listNoShows',
  summary: "Absences of the reader's own firm, or as an agency those at its matchdays; the newest 200.",
  method: 'GET',
  path: '/api/no-shows',
  response: z.object({ items: z.array(noShowView) }),
  problems: ['identity.forbidden'],
})

export const noteNoShow = endpoint({
  ...common,
  name: 'noteNoShow',
  summary: 'Note as the organiser that a firm did not come, to a meeting or at all; noted once.',
  method: 'POST',
  path: '/api/matchdays/:id/no-shows',
  params: z.object({ id: wire.id<MatchdayId>() }),
  body: z.object({
    participantId: wire.id<MatchdayParticipantId>(),
    meetingId: z._default(z.nullable(wire.id<MeetingId>()), null),
  }),
  response: z.object({ items: z.array(noShowView) }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const excuseNoShow = endpoint({
  ...one,
  name: 'excuseNoShow',
  summary: 'Say as the firm why it did not come, or that it was there; the organiser decides.',
  method: 'PUT',
  path: '/api/no-shows/:noShowId/excuse',
  body: z.object({ kind: z.enum(excuseKinds), text: wire.text(1000, 1) }),
  response: noShowView,
  problems: ['thing.not-found', 'identity.forbidden', 'no-show.decided'],
})

export const decideNoShow = endpoint({
  ...one,
  name: 'decideNoShow',
  summary: 'Accept or reject an excuse as the organiser, with a reason that the firm reads.',
  method: 'PUT',
  path: '/api/no-shows/:noShowId/decision',
  body: z.object({ accepted: z.boolean(), reason: wire.text(1000, 1) }),
  response: noShowView,
  problems: ['thing.not-found', 'identity.forbidden'],
})
