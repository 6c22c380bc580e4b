import {
  matchdaySides,
  meetingStates,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
  type OrganisationId,
  type PartyMemberId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const firm = z.object({
  participantId: wire.id<MatchdayParticipantId>(),
  organisationId: wire.id<OrganisationId>(),
  name: z.string(),
})
const sidePeople = z.object({
  people: z.array(z.object({ id: wire.id<PartyMemberId>(), name: z.string(), role: z.string() })),
  /** Nobody chose them; told, like what follows, to the side itself and the organiser. */
  proposed: z.boolean(),
  /** Nobody of its party can be there at this time. */
  nobody: z.boolean(),
})
export const meetingView = z.object({
  id: wire.id<MeetingId>(),
  host: firm,
  visitor: firm,
  /** The reader's own side; null for the organiser. */
  mine: z.nullable(z.enum(matchdaySides)),
  slot: z.int(),
  startsAt: wire.instant,
  endsAt: wire.instant,
  place: z.object({ key: z.string(), name: z.string() }),
  state: z.enum(meetingStates),
  /** Who interprets, where the two share no language. */
  interpreter: z.nullable(z.string()),
  /** Who comes for each side, where it said who is there at all. */
  people: z.object({ host: z.nullable(sidePeople), visitor: z.nullable(sidePeople) }),
  note: z.string(),
  sequence: z.int(),
})
export type MeetingView = DeepReadonly<z.output<typeof meetingView>>

const common = { noun: 'matchdays', access: 'member' } as const
const one = { ...common, params: z.object({ id: wire.id<MatchdayId>() }) }

export const listMeetings = endpoint({
  ...one,
  name: 'listMeetings',
  summary: 'The meetings of a matchday in the order of time: all for its organiser, for a participant its own.',
  method: 'GET',
  path: '/api/matchdays/:id/meetings',
  response: z.object({ items: z.array(meetingView) }),
  problems: ['thing.not-found'],
})

export const bookMeeting = endpoint({
  ...one,
  name: 'bookMeeting',
  summary:
    'Take the first free time that both have, on the spot, with a participant that agreed; where others were quicker, the next one.',
  method: 'POST',
  path: '/api/matchdays/:id/meetings',
  body: z.object({ participantId: wire.id<MatchdayParticipantId>() }),
  success: 201,
  response: meetingView,
  problems: [
    'thing.not-found',
    'identity.forbidden',
    'matchday.state',
    'meeting.unagreed',
    'meeting.cap',
    'meeting.full',
    'meeting.twice',
  ],
})

export const confirmMeeting = endpoint({
  ...common,
  name: 'confirmMeeting',
  summary: 'Say that a meeting was held, with a note; that it fell out is an incident, which gives its time to others.',
  method: 'PUT',
  path: '/api/matchdays/:id/meetings/:meetingId/held',
  params: z.object({ id: wire.id<MatchdayId>(), meetingId: wire.id<MeetingId>() }),
  body: z.object({ note: z._default(wire.text(500), '') }),
  response: meetingView,
  problems: ['thing.not-found', 'identity.forbidden', 'meeting.state', 'meeting.taken'],
})

export const moveMeeting = endpoint({
  ...common,
  name: 'moveMeeting',
  summary: 'Move a planned meeting to another slot or place, as the organiser.',
  method: 'PUT',
  path: '/api/matchdays/:id/meetings/:meetingId/slot',
  params: z.object({ id: wire.id<MatchdayId>(), meetingId: wire.id<MeetingId>() }),
  body: z.object({ slot: wire.whole(2000), place: z.optional(wire.text(40, 1)) }),
  response: meetingView,
  problems: [
    'thing.not-found',
    'identity.forbidden',
    'meeting.state',
    'meeting.taken',
    'meeting.rule',
    'matchday.slot',
  ],
})

export const meetingCalendar = endpoint({
  ...one,
  name: 'meetingCalendar',
  summary:
    'The same meetings for a calendar (iCalendar); taken again it moves what was moved and deletes what was cancelled.',
  method: 'GET',
  path: '/api/matchdays/:id/meetings.ics',
  download: 'text/calendar',
  problems: ['thing.not-found'],
})
