import {
  matchdaySides,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
  type OperationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { meetingView } from '../matchdays/meeting.contract.ts'
import * as wire from '../wire.ts'
import { badgeView } from './badge.contract.ts'

export const doorView = z.object({
  now: wire.instant,
  title: z.string(),
  timeZone: z.string(),
  days: z.array(z.string()),
  slots: z.array(z.object({ startsAt: wire.instant, endsAt: wire.instant })),
  places: z.array(z.object({ key: z.string(), name: z.string() })),
  participants: z.array(
    z.object({ id: wire.id<MatchdayParticipantId>(), name: z.string(), side: z.enum(matchdaySides) }),
  ),
  /** With the hash of what its picture holds, by which a device finds it without the network. */
  badges: z.array(z.extend(badgeView, { hash: z.string() })),
  meetings: z.array(meetingView),
  /** Check-ins that stand. */
  checkIns: z.array(
    z.object({
      id: wire.id<OperationId>(),
      participantId: wire.id<MatchdayParticipantId>(),
      day: z.string(),
      meetingId: z.nullable(wire.id<MeetingId>()),
      at: wire.instant,
    }),
  ),
})
export type DoorView = DeepReadonly<z.output<typeof doorView>>

export const readDoor = endpoint({
  noun: 'door',
  access: 'member',
  params: z.object({ id: wire.id<MatchdayId>() }),
  name: 'readDoor',
  summary: 'All that the staff at the door needs, also without the network: who comes, badges, meetings, check-ins.',
  method: 'GET',
  path: '/api/matchdays/:id/door',
  response: doorView,
  problems: ['thing.not-found', 'identity.forbidden'],
})
