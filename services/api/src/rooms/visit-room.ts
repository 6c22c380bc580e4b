import type {
  enterRoom as enterContract,
  leaveRoom as leaveContract,
  readRoom as readContract,
  RoomView,
} from '@enlace/contracts'
import {
  enterRoom as enter,
  leaveRoom as leave,
  listMeetings,
  listTextRooms,
  listVisits,
  readRoomClock,
  readMeeting,
  readRoomAddress,
  type MatchdayRow,
  type MeetingRow,
  type Transaction,
} from '@enlace/database'
import { checkRoomOpen, Problem, type MatchdaySide, type MeetingId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { roomTold } from './room-told.ts'
import { isVirtual, viewRoom, windowOf } from './room-view.ts'

type OwnMeeting = MeetingRow & { readonly mine: MatchdaySide }

/** The meeting in a virtual room that the reader is a side of. */
async function ownMeeting(tx: Transaction, day: MatchdayRow, id: MeetingId): Promise<OwnMeeting> {
  const meeting = await readMeeting(tx, day.id, id)
  if (meeting === null || meeting.mine === null || !isVirtual(day, meeting.place)) throw absent()
  if (meeting.state !== 'planned' && meeting.state !== 'held')
    throw new Problem('meeting.state', `This meeting is ${meeting.state}.`)
  return { ...meeting, mine: meeting.mine }
}

async function shown(tx: Transaction, day: MatchdayRow, meeting: OwnMeeting): Promise<RoomView> {
  const [own, visits] = [await listMeetings(tx, day.id), await listVisits(tx, day.id)]
  const texts = await listTextRooms(tx, [meeting.id])
  return viewRoom(day, meeting, own, { visits, texts, now: await readRoomClock(tx) })
}

export const readRoom: Handler<typeof readContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend')
  return shown(tx, day, await ownMeeting(tx, day, params.meetingId))
}

/** Lets a side in while the room is open by the database's clock, and tells the other once. */
export const enterRoom: Handler<typeof enterContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend', { states: ['published'] })
  const meeting = await ownMeeting(tx, day, params.meetingId)
  checkRoomOpen(windowOf(day, meeting), Date.parse(await readRoomClock(tx)))
  if (await enter(tx, meeting.id, meeting.mine)) await record('room.changed', roomTold(day, meeting))
  return { address: await readRoomAddress(tx, meeting.id), room: await shown(tx, day, meeting) }
}

export const leaveRoom: Handler<typeof leaveContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend')
  const meeting = await ownMeeting(tx, day, params.meetingId)
  if (await leave(tx, meeting.id, meeting.mine)) await record('room.changed', roomTold(day, meeting))
}
