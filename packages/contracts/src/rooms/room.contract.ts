import { matchdaySides, roomPhases, type MatchdayId, type MeetingId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** An address outside, over TLS, of a host with a name, without a user in it; `{meeting}` stands for what is each meeting's own. */
const address = z
  .string()
  .check(
    z.maxLength(430),
    z.regex(
      /^https:\/\/[^\s/?#<>"'`\\@{}]+\.[^\s/?#<>"'`\\@{}]+([/?#][^\s<>"'`\\]*)?$/,
      'Write an address that begins with https://.',
    ),
  )

const sides = z.object({ host: z.boolean(), visitor: z.boolean() })
const times = { opensAt: wire.instant, startsAt: wire.instant, endsAt: wire.instant }
const presence = {
  /** Who is in the room now. */
  inside: sides,
  /** Who has not come in though the meeting has begun some minutes ago. */
  late: z.array(z.enum(matchdaySides)),
  /** Whether the two write to each other, as no video address was given. */
  text: z.boolean(),
}

export const roomView = z.object({
  meetingId: wire.id<MeetingId>(),
  /** The server's clock as it answered. */
  now: wire.instant,
  timeZone: z.string(),
  title: z.string(),
  place: z.string(),
  host: z.string(),
  visitor: z.string(),
  mine: z.enum(matchdaySides),
  phase: z.enum(roomPhases),
  ...times,
  ...presence,
  /** The reader's next meeting after this one. */
  next: z.nullable(
    z.object({
      meetingId: wire.id<MeetingId>(),
      other: z.string(),
      place: z.string(),
      startsAt: wire.instant,
      virtual: z.boolean(),
    }),
  ),
})
export type RoomView = DeepReadonly<z.output<typeof roomView>>

const running = z.object({
  meetingId: wire.id<MeetingId>(),
  place: z.string(),
  host: z.string(),
  visitor: z.string(),
  ...times,
  ...presence,
})
export const roomsView = z.object({
  now: wire.instant,
  timeZone: z.string(),
  title: z.string(),
  /** Whether addresses can still be given. */
  open: z.boolean(),
  rooms: z.array(z.object({ key: z.string(), name: z.string(), address: z.nullable(z.string()) })),
  /** Meetings whose room is open now. */
  running: z.array(running),
})
export type RoomsView = DeepReadonly<z.output<typeof roomsView>>

const common = { noun: 'rooms', access: 'member' } as const
const matchday = z.object({ id: wire.id<MatchdayId>() })
const ofMeeting = { ...common, params: z.object({ id: wire.id<MatchdayId>(), meetingId: wire.id<MeetingId>() }) }

export const listRooms = endpoint({
  ...common,
  name: 'listRooms',
  summary: 'The virtual rooms of a matchday with their addresses, and who is in them now, for its organiser.',
  method: 'GET',
  path: '/api/matchdays/:id/rooms',
  params: matchday,
  response: roomsView,
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const setRoom = endpoint({
  ...common,
  name: 'setRoom',
  summary: 'Give a virtual room its meeting address, or take it away, as the organiser.',
  method: 'PUT',
  path: '/api/matchdays/:id/rooms/:place',
  params: z.object({ id: wire.id<MatchdayId>(), place: wire.text(40, 1) }),
  body: z.object({ address: z.nullable(address) }),
  response: roomsView,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})

export const readRoom = endpoint({
  ...ofMeeting,
  name: 'readRoom',
  summary: 'The room of a meeting for its two sides: until when it is open and who is in it; never its address.',
  method: 'GET',
  path: '/api/matchdays/:id/meetings/:meetingId/room',
  response: roomView,
  problems: ['thing.not-found', 'identity.forbidden', 'meeting.state'],
})

export const enterRoom = endpoint({
  ...ofMeeting,
  name: 'enterRoom',
  summary:
    'Come into the room of a meeting and learn its address, or say that one is still there; from shortly before its start until its end.',
  method: 'PUT',
  path: '/api/matchdays/:id/meetings/:meetingId/room/visit',
  response: z.object({
    /** Null where the organiser has given none. */
    address: z.nullable(z.string()),
    room: roomView,
  }),
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'meeting.state', 'room.early', 'room.over'],
})

export const leaveRoom = endpoint({
  ...ofMeeting,
  name: 'leaveRoom',
  summary: 'Leave the room of a meeting.',
  method: 'DELETE',
  path: '/api/matchdays/:id/meetings/:meetingId/room/visit',
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden', 'meeting.state'],
})
