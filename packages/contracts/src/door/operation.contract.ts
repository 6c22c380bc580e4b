import {
  operationOutcomes,
  type BadgeId,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
  type OperationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const operationDeed = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('check-in'),
    participantId: wire.id<MatchdayParticipantId>(),
    day: wire.date,
    meetingId: z._default(z.nullable(wire.id<MeetingId>()), null),
    badgeId: z._default(z.nullable(wire.id<BadgeId>()), null),
  }),
  z.object({ kind: z.literal('undo'), operationId: wire.id<OperationId>() }),
  z.object({
    kind: z.literal('move'),
    meetingId: wire.id<MeetingId>(),
    slot: wire.whole(2000),
    place: wire.text(40, 1),
  }),
  z.object({
    kind: z.literal('outcome'),
    meetingId: wire.id<MeetingId>(),
    state: z.enum(['held', 'missed']),
    note: z._default(wire.text(500), ''),
  }),
])

export const operationFate = z.object({
  id: wire.id<OperationId>(),
  at: wire.instant,
  deed: operationDeed,
  outcome: z.enum(operationOutcomes),
  /** The code of the rule that stood in the way. */
  reason: z.nullable(z.string()),
})
export type OperationFate = DeepReadonly<z.output<typeof operationFate>>
const fates = z.object({
  /** The server's clock, by which a device measures how far off its own is. */
  now: wire.instant,
  items: z.array(operationFate),
})

const common = { noun: 'door', access: 'member', params: z.object({ id: wire.id<MatchdayId>() }) } as const

export const sendOperations = endpoint({
  ...common,
  name: 'sendOperations',
  summary:
    'Send what a device did at a matchday, with the network or without it. What is sent twice counts once; whatever order devices come back in, the same becomes of it.',
  method: 'POST',
  path: '/api/matchdays/:id/operations',
  body: z.object({
    operations: z
      .array(
        z.object({
          id: wire.id<OperationId>(),
          /** By the device's own clock, and how many ms the server's was ahead of it when last heard. */
          deviceAt: wire.instant,
          offsetMs: z.int().check(z.gte(-1e12), z.lte(1e12)),
          deed: operationDeed,
        }),
      )
      .check(z.minLength(1), z.maxLength(500)),
  }),
  response: fates,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})

export const listOwnOperations = endpoint({
  ...common,
  name: 'listOwnOperations',
  summary: 'What the reader did at a matchday and what became of it, the newest first; a later arrival may change it.',
  method: 'GET',
  path: '/api/matchdays/:id/operations',
  response: fates,
  problems: ['thing.not-found', 'identity.forbidden'],
})
