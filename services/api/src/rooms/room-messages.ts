import type {
  listRoomMessages as listContract,
  RoomMessageView,
  writeRoomMessage as writeContract,
} from '@enlace/contracts'
import {
  keepRoomMessage,
  listRoomMessages as list,
  readMeeting,
  readRoomClock,
  type MatchdayRow,
  type MeetingRow,
  type Transaction,
} from '@enlace/database'
import { checkRoomOpen, Problem, roomRefusal, type MeetingId, type RoomRefusal } from '@enlace/domain'

import { cutPage, fromCursor, invalidCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { windowOf } from './room-view.ts'
import { roomTold } from './room-told.ts'

/** A meeting of the actor, however it stands: what was written stays readable. */
async function ownMeeting(tx: Transaction, day: MatchdayRow, id: MeetingId): Promise<MeetingRow> {
  const meeting = await readMeeting(tx, day.id, id)
  if (meeting === null || meeting.mine === null) throw absent()
  return meeting
}

/** The message that is kept under an id, if it is the writer's own; another's id is taken. */
export function ownMessage(found: RoomMessageView | undefined): RoomMessageView {
  if (found?.mine !== true) throw new Problem('thing.conflict', 'This id belongs to another message.')
  return found
}

/** Whether a message is new. @throws Problem room.over, room.elsewhere, room.often */
export function isNew(kept: boolean | RoomRefusal): boolean {
  if (typeof kept === 'string') throw roomRefusal(kept)
  return kept
}

/** Refuses to write where the two do not meet now. @throws Problem meeting.state, room.early, room.over */
export async function checkWriting(
  tx: Transaction,
  day: Pick<MatchdayRow, 'content'>,
  meeting: Pick<MeetingRow, 'slot' | 'state'>,
): Promise<void> {
  if (meeting.state !== 'planned' && meeting.state !== 'held')
    throw new Problem('meeting.state', `This meeting is ${meeting.state}.`)
  checkRoomOpen(windowOf(day, meeting), Date.parse(await readRoomClock(tx)))
}

export const listRoomMessages: Handler<typeof listContract> = async ({ tx, actor, params, query }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend')
  const meeting = await ownMeeting(tx, day, params.meetingId)
  const before = fromCursor(query.cursor, { seq: 'number' })?.seq ?? null
  if (before !== null && (!Number.isInteger(before) || before < 0 || before > 2_147_483_647)) throw invalidCursor()
  const rows = await list(tx, meeting.id, { before, limit: query.limit + 1 })
  return cutPage(rows, query.limit, ({ seq }) => ({ seq }))
}

/** Keeps a message while the meeting lasts, by the database's clock; one that is kept already is answered again. */
export const writeRoomMessage: Handler<typeof writeContract> = async ({ tx, actor, params, body, record }) => {
  const id = params.messageId
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend', { states: ['published'] })
  const meeting = await ownMeeting(tx, day, params.meetingId)
  const [before] = await list(tx, meeting.id, { id })
  if (before !== undefined) return ownMessage(before)
  await checkWriting(tx, day, meeting)
  if (isNew(await keepRoomMessage(tx, meeting.id, { id, userId: actor.userId, text: body.text })))
    await record('room.written', roomTold(day, meeting))
  const [kept] = await list(tx, meeting.id, { id })
  return ownMessage(kept)
}
