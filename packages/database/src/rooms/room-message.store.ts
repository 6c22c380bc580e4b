import { sql } from 'drizzle-orm'

import type { RoomMessageView } from '@enlace/contracts'
import {
  roomRefusals,
  type MatchdayContent,
  type MatchdayId,
  type MeetingId,
  type MeetingState,
  type OrganisationId,
  type RoomMessageId,
  type RoomRefusal,
  type UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { brokenPromise } from '../broken-promise.ts'
import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

type Row = RoomMessageView & Record<string, unknown>
const seen = (rows: readonly Row[]): RoomMessageView[] => rows.map((row) => ({ ...row, sentAt: toInstant(row.sentAt) }))

/** Which of these meetings have a text room, as far as the actor may know. */
export async function listTextRooms(reader: Reader, ids: readonly MeetingId[]): Promise<ReadonlySet<MeetingId>> {
  if (ids.length === 0) return new Set()
  const rows = await reader.execute<{ id: MeetingId }>(
    sql`select id from unnest(${uuids(ids)}) as id where has_text_room(id)`,
  )
  return new Set(rows.map(({ id }) => id))
}

type Wanted = { readonly before: number | null; readonly limit: number } | { readonly id: RoomMessageId }

/** Messages of a meeting as one of its sides reads them, newest first; names of the other side's people are not told. */
export async function listRoomMessages(
  reader: Reader,
  meetingId: MeetingId,
  wanted: Wanted,
): Promise<RoomMessageView[]> {
  const page =
    'id' in wanted
      ? sql`and id = ${wanted.id}`
      : sql`and (${wanted.before}::int is null or seq < ${wanted.before}) order by seq desc limit ${wanted.limit}`
  const rows = await reader.execute<Row>(sql`
    select id, seq, side = own as mine, side as by, text, sent_at as "sentAt",
      coalesce(interpreter, case when side = own then (select name from users where id = written_by) end) as author
    from matchday_room_messages cross join lateral (select acting_side_of(${meetingId}) as own) as reader
    where meeting_id = ${meetingId} ${page}`)
  return seen(rows)
}

/** Who keeps no message says why; nothing more can be done in this transaction then. */
async function unlessRefused(keep: () => Promise<boolean>): Promise<boolean | RoomRefusal> {
  try {
    return await keep()
  } catch (error) {
    const refusal = roomRefusals.find((one) => brokenPromise(error).constraint === `matchday_room_messages_${one}`)
    if (refusal === undefined) throw error
    return refusal
  }
}

/** Keeps what a side writes; whether it is new, or why it is not kept. */
export const keepRoomMessage = (
  tx: Transaction,
  meetingId: MeetingId,
  given: { readonly id: RoomMessageId; readonly userId: UserId; readonly text: string },
): Promise<boolean | RoomRefusal> =>
  unlessRefused(async () => {
    const rows = await tx.execute(sql`
      insert into matchday_room_messages (meeting_id, seq, id, side, written_by, text)
      values (${meetingId}, 0, ${given.id}, acting_side_of(${meetingId}), ${given.userId}, ${given.text})
      on conflict (meeting_id, id) do nothing returning seq`)
    return rows.length === 1
  })

/** The room of a meeting as its interpreter finds it. */
export type InterpretedRoom = {
  readonly matchdayId: MatchdayId
  readonly organisationId: OrganisationId
  readonly hostId: OrganisationId
  readonly visitorId: OrganisationId
  readonly slot: number
  readonly state: MeetingState
  readonly text: boolean
  readonly content: MatchdayContent
}

/** The room of a meeting for who holds the link of its interpreter; null for everybody else. */
export async function readInterpretedRoom(
  reader: Reader,
  hash: string,
  meetingId: MeetingId,
): Promise<InterpretedRoom | null> {
  const [row] = await reader.execute<InterpretedRoom & Record<string, unknown>>(sql`
    select matchday_id as "matchdayId", organisation_id as "organisationId", host_id as "hostId", visitor_id as "visitorId",
      slot, state, stands as text, content from interpreted_room(${hash}, ${meetingId})`)
  return row ?? null
}

/** The last messages of a meeting as its interpreter reads them, newest first. */
export async function listInterpretedMessages(
  reader: Reader,
  hash: string,
  meetingId: MeetingId,
  limit: number,
): Promise<RoomMessageView[]> {
  const rows = await reader.execute<Row>(sql`
    select id, seq, side = 'interpreter' as mine, side as by, text, sent_at as "sentAt", interpreter as author
    from interpreted_messages(${hash}, ${meetingId}, ${limit})`)
  return seen(rows)
}

/** Keeps what an interpreter writes; whether it is new, or why it is not kept. */
export const keepInterpretedMessage = (
  tx: Transaction,
  hash: string,
  meetingId: MeetingId,
  given: { readonly id: RoomMessageId; readonly text: string },
): Promise<boolean | RoomRefusal> =>
  unlessRefused(async () => {
    const [row] = await tx.execute<{ kept: boolean }>(
      sql`select interpret_message(${hash}, ${meetingId}, ${given.id}, ${given.text}) as kept`,
    )
    return row?.kept === true
  })
