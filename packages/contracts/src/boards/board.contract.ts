import {
  matchdaySides,
  meetingStates,
  moveRules,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const boardFirm = z.object({
  id: wire.id<MatchdayParticipantId>(),
  name: z.string(),
  side: z.enum(matchdaySides),
})
/** A meeting as its cell shows it; who the two are stands beside it once. */
export const boardMeeting = z.object({
  id: wire.id<MeetingId>(),
  hostId: wire.id<MatchdayParticipantId>(),
  visitorId: wire.id<MatchdayParticipantId>(),
  slot: z.int(),
  place: z.string(),
  state: z.enum(meetingStates),
  locked: z.boolean(),
  /** Rises with each move and each change of state: of two tellings the higher one is later. */
  sequence: z.int(),
})
export type BoardMeeting = DeepReadonly<z.output<typeof boardMeeting>>
/** One meeting as it stands now, with the two who meet. */
export const meetingOnBoard = z.object({
  matchdayId: wire.id<MatchdayId>(),
  meeting: boardMeeting,
  firms: z.array(boardFirm),
})
/** What is kept free until an instant: a place, by its key, or a participant, by its id. */
const boardHold = z.object({ slot: z.int(), held: z.string(), until: wire.instant })
export const boardView = z.object({
  firms: z.array(boardFirm),
  meetings: z.array(boardMeeting),
  holds: z.array(boardHold),
})
export type BoardView = DeepReadonly<z.output<typeof boardView>>

export const meetingMoves = z.object({
  /** By slot: what forbids all of it, else which places are forbidden by which rule. */
  slots: z.array(
    z.object({
      rule: z.nullable(z.enum(moveRules)),
      refused: z.array(z.object({ rule: z.enum(moveRules), places: z.array(z.string()) })),
    }),
  ),
})
export type MeetingMoves = DeepReadonly<z.output<typeof meetingMoves>>

const common = { noun: 'matchdays', access: 'member' } as const
const one = { ...common, params: z.object({ id: wire.id<MatchdayId>() }) }
const ofMeeting = { ...common, params: z.object({ id: wire.id<MatchdayId>(), meetingId: wire.id<MeetingId>() }) }

export const readBoard = endpoint({
  ...one,
  name: 'readBoard',
  summary: 'The whole board of a matchday for its organiser: who meets whom, where and when, and what is held free.',
  method: 'GET',
  path: '/api/matchdays/:id/board',
  response: boardView,
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const readMoves = endpoint({
  ...ofMeeting,
  name: 'readMoves',
  summary: 'Where a meeting may go, slot by slot and place by place, and where not the rule that forbids it.',
  method: 'GET',
  path: '/api/matchdays/:id/meetings/:meetingId/moves',
  response: meetingMoves,
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const lockMeeting = endpoint({
  ...ofMeeting,
  name: 'lockMeeting',
  summary: 'Lock a meeting where it is, so that neither a new timetable nor anybody moves it, or unlock it.',
  method: 'PUT',
  path: '/api/matchdays/:id/meetings/:meetingId/lock',
  body: z.object({ locked: z.boolean() }),
  response: meetingOnBoard,
  problems: ['thing.not-found', 'identity.forbidden', 'meeting.state'],
})

export const holdSlot = endpoint({
  ...one,
  name: 'holdSlot',
  summary: 'Hold a place, or the time of a participant, free for some minutes; the hold ends by itself.',
  method: 'POST',
  path: '/api/matchdays/:id/holds',
  body: z.object({
    slot: wire.whole(2000),
    /** The key of a place or the id of a participant. */
    held: wire.text(40, 1),
    minutes: z.int().check(z.gte(1), z.lte(240)),
  }),
  success: 201,
  response: boardHold,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'matchday.slot', 'meeting.taken'],
})

export const releaseHold = endpoint({
  ...common,
  name: 'releaseHold',
  summary: 'Let go of what is held free before its time is over.',
  method: 'DELETE',
  path: '/api/matchdays/:id/holds/:slot/:held',
  params: z.object({
    id: wire.id<MatchdayId>(),
    slot: z.coerce.number().check(z.int(), z.gte(0)),
    held: wire.text(40, 1),
  }),
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden'],
})
