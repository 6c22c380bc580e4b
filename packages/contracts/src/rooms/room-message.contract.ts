import {
  roomMessageLength,
  roomPhases,
  roomWriters,
  type MatchdayId,
  type MeetingId,
  type RoomMessageId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const roomMessageView = z.object({
  /** Given by whoever wrote it. */
  id: wire.id<RoomMessageId>(),
  seq: z.int(),
  mine: z.boolean(),
  by: z.enum(roomWriters),
  /** Who of the reader's own side wrote it, or the interpreter's name; of the other's people the reader knows its firm. */
  author: z.nullable(z.string()),
  text: z.string(),
  sentAt: wire.instant,
})
export type RoomMessageView = DeepReadonly<z.output<typeof roomMessageView>>

const text = wire.text(roomMessageLength, 1)
const common = { noun: 'rooms', access: 'member' } as const
const ofMeeting = { id: wire.id<MatchdayId>(), meetingId: wire.id<MeetingId>() }

export const listRoomMessages = endpoint({
  ...common,
  name: 'listRoomMessages',
  summary: 'What was written in the text room of a meeting, newest first, for its two sides alone.',
  method: 'GET',
  path: '/api/matchdays/:id/meetings/:meetingId/room/messages',
  params: z.object(ofMeeting),
  query: z.object(wire.paging),
  response: wire.page(roomMessageView),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const writeRoomMessage = endpoint({
  ...common,
  name: 'writeRoomMessage',
  summary:
    'Write in the text room of a meeting while it lasts, where it has no video address; sent again under its id it is kept once.',
  method: 'PUT',
  path: '/api/matchdays/:id/meetings/:meetingId/room/messages/:messageId',
  params: z.object({ ...ofMeeting, messageId: wire.id<RoomMessageId>() }),
  body: z.object({ text }),
  response: roomMessageView,
  problems: [
    ...(['thing.not-found', 'identity.forbidden', 'matchday.state', 'meeting.state', 'thing.conflict'] as const),
    ...(['room.early', 'room.over', 'room.elsewhere', 'room.often'] as const),
  ],
})

const open = { noun: 'rooms', access: 'public', method: 'POST' } as const
const seat = { token: wire.token, meetingId: wire.id<MeetingId>() }

export const interpretedRoomView = z.object({
  phase: z.enum(roomPhases),
  /** Whether the two write to each other, as no video address was given. */
  text: z.boolean(),
  /** The last messages, newest first. */
  items: z.array(roomMessageView),
})
export type InterpretedRoomView = DeepReadonly<z.output<typeof interpretedRoomView>>

export const readInterpretedRoom = endpoint({
  ...open,
  name: 'readInterpretedRoom',
  summary:
    'The text room of a meeting for its interpreter, by the token of their link; whoever says what they know is answered once there is more, or after some seconds.',
  path: '/api/interpreting/room/read',
  body: z.object({
    ...seat,
    /** The number of the last message that the reader has; 0 is none. */
    known: z.optional(wire.whole(2_147_483_647)),
  }),
  response: interpretedRoomView,
  problems: ['thing.not-found', 'identity.rate-limited'],
})

export const writeAsInterpreter = endpoint({
  ...open,
  name: 'writeAsInterpreter',
  summary: 'Write in the text room of a meeting as its interpreter; sent again under its id it is kept once.',
  path: '/api/interpreting/room/messages',
  body: z.object({ ...seat, id: wire.id<RoomMessageId>(), text }),
  response: roomMessageView,
  problems: [
    ...(['thing.not-found', 'identity.rate-limited', 'meeting.state', 'thing.conflict'] as const),
    ...(['room.early', 'room.over', 'room.elsewhere', 'room.often'] as const),
  ],
})
