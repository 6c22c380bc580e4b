import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdaySide, MeetingId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

/** Who does not say for so long that it is still there has left: its page was closed, or its network is away. */
const seenForSeconds = 25

export type RoomRow = { readonly place: string; readonly address: string }
export type VisitRow = { readonly meetingId: MeetingId; readonly side: MatchdaySide; readonly inside: boolean }

/** The time by the one clock that rooms open and close by. */
export async function readRoomClock(reader: Reader): Promise<string> {
  const [row] = await reader.execute<{ now: string }>(sql`select clock_timestamp() as now`)
  return toInstant(row?.now ?? '')
}

/** The addresses of a matchday's rooms, for whoever runs it; nothing for everybody else. */
export async function listRoomAddresses(reader: Reader, matchdayId: MatchdayId): Promise<RoomRow[]> {
  return reader.execute<RoomRow & Record<string, unknown>>(
    sql`select place, address from matchday_rooms where matchday_id = ${matchdayId}`,
  )
}

/** Gives a room its address, or takes it away. */
export async function keepRoomAddress(
  tx: Transaction,
  matchdayId: MatchdayId,
  place: string,
  address: string | null,
): Promise<void> {
  await (address === null
    ? tx.execute(sql`delete from matchday_rooms where matchday_id = ${matchdayId} and place = ${place}`)
    : tx.execute(sql`
        insert into matchday_rooms (matchday_id, place, address) values (${matchdayId}, ${place}, ${address})
        on conflict (matchday_id, place) do update set address = excluded.address`))
}

/** Where a meeting takes place, for its two sides; null for everybody else, and where no address was given. */
export async function readRoomAddress(reader: Reader, meetingId: MeetingId): Promise<string | null> {
  const [row] = await reader.execute<{ address: string | null }>(sql`select room_address(${meetingId}) as address`)
  return row?.address ?? null
}

/** Which sides came into the rooms of meetings, and whether they are there now. */
export async function listVisits(reader: Reader, matchdayId: MatchdayId): Promise<VisitRow[]> {
  return reader.execute<VisitRow & Record<string, unknown>>(sql`
    select meeting_id as "meetingId", side,
      left_at is null and seen_at > clock_timestamp() - make_interval(secs => ${seenForSeconds}) as inside
    from matchday_room_visits join matchday_meetings on matchday_meetings.id = meeting_id where matchday_id = ${matchdayId}`)
}

/** Says that a side is in the room of its meeting; whether it was not before. */
export async function enterRoom(tx: Transaction, meetingId: MeetingId, side: MatchdaySide): Promise<boolean> {
  const [row] = await tx.execute<{ there: boolean }>(sql`
    select left_at is null and seen_at > clock_timestamp() - make_interval(secs => ${seenForSeconds}) as there
    from matchday_room_visits where meeting_id = ${meetingId} and side = ${side} for update`)
  await tx.execute(sql`
    insert into matchday_room_visits (meeting_id, side) values (${meetingId}, ${side})
    on conflict (meeting_id, side) do update set seen_at = clock_timestamp(), left_at = null`)
  return row?.there !== true
}

/** Says that a side left; whether it was there. */
export async function leaveRoom(tx: Transaction, meetingId: MeetingId, side: MatchdaySide): Promise<boolean> {
  const rows = await tx.execute(sql`
    update matchday_room_visits set left_at = clock_timestamp()
    where meeting_id = ${meetingId} and side = ${side} and left_at is null returning side`)
  return rows.length === 1
}
