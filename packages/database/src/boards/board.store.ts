import { sql, type SQL } from 'drizzle-orm'

import type {
  MatchdayId,
  MatchdayParticipantId,
  MatchdaySide,
  MeetingId,
  MeetingState,
  MoveBasis,
  OrganisationId,
} from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'
import { listHolds } from './hold.store.ts'

export type BoardFirmRow = { readonly id: MatchdayParticipantId; readonly name: string; readonly side: MatchdaySide }
export type BoardMeetingRow = {
  readonly id: MeetingId
  readonly hostId: MatchdayParticipantId
  readonly visitorId: MatchdayParticipantId
  readonly slot: number
  readonly place: string
  readonly state: MeetingState
  readonly locked: boolean
  readonly sequence: number
}

const columns = sql`id, host_id as "hostId", visitor_id as "visitorId", slot, place, state, locked, sequence from matchday_meetings`

const readFirms = (reader: Reader, condition: SQL): Promise<BoardFirmRow[]> =>
  reader.execute<BoardFirmRow & Record<string, unknown>>(sql`
    select participants.id, firm.name, participants.side
    from matchday_participants as participants join organisations as firm on firm.id = participants.organisation_id
    where ${condition} order by participants.id`)

/** Who is admitted to a matchday or has a meeting at it, by id. */
export const listBoardFirms = (reader: Reader, matchdayId: MatchdayId): Promise<BoardFirmRow[]> =>
  readFirms(
    reader,
    sql`participants.matchday_id = ${matchdayId} and (participants.state = 'admitted' or exists (
      select from matchday_meetings where matchday_id = ${matchdayId} and participants.id in (host_id, visitor_id)))`,
  )

/** The meetings of a matchday that take up a cell of its board. */
export const listBoardMeetings = (reader: Reader, matchdayId: MatchdayId): Promise<BoardMeetingRow[]> =>
  reader.execute<BoardMeetingRow & Record<string, unknown>>(
    sql`select ${columns} where matchday_id = ${matchdayId} and state <> 'cancelled' order by id`,
  )

export type MeetingOnBoardRow = {
  readonly matchdayId: MatchdayId
  readonly meeting: BoardMeetingRow
  readonly firms: BoardFirmRow[]
}

/** One meeting with the two who meet, for whoever holds the matchday; null for anyone else. */
export async function readMeetingOnBoard(
  reader: Reader,
  organiser: OrganisationId,
  id: MeetingId,
): Promise<MeetingOnBoardRow | null> {
  const [row] = await reader.execute<BoardMeetingRow & { matchdayId: MatchdayId } & Record<string, unknown>>(sql`
    select matchday_id as "matchdayId", ${columns} where id = ${id}
      and exists (select from matchdays where matchdays.id = matchday_id and organisation_id = ${organiser})`)
  if (row === undefined) return null
  const { matchdayId, ...meeting } = row
  return {
    matchdayId,
    meeting,
    firms: await readFirms(reader, sql`participants.id in (${row.hostId}, ${row.visitorId})`),
  }
}

/** Locks a planned meeting where it is, or unlocks it; false where it is planned no more. */
export async function lockMeeting(tx: Transaction, id: MeetingId, locked: boolean): Promise<boolean> {
  const rows = await tx.execute(
    sql`update matchday_meetings set locked = ${locked}, changed_at = clock_timestamp() where id = ${id} and state = 'planned' returning id`,
  )
  return rows.length === 1
}

/**
 * What else there is at a matchday that decides where a meeting may go, in all slots or in one: of a large one thousands of
 * meetings are not read for the sake of a single move.
 */
export async function readMoveBasis(
  reader: Reader,
  matchdayId: MatchdayId,
  id: MeetingId,
  slot: number | null,
): Promise<Pick<MoveBasis, 'locked' | 'away' | 'others' | 'taken' | 'closed' | 'held'>> {
  const [meeting] = await reader.execute<{ hostId: string; visitorId: string; locked: boolean; away: number[] }>(sql`
    select host_id as "hostId", visitor_id as "visitorId", locked,
      array(select distinct gone from matchday_participants as participants, unnest(away) as gone
        where participants.id in (host_id, visitor_id)) as away
    from matchday_meetings where id = ${id} and matchday_id = ${matchdayId}`)
  if (meeting === undefined) return { locked: false, away: [], others: [], taken: [], closed: [], held: [] }
  const { hostId, visitorId, locked, away } = meeting
  const others = (where: SQL): Promise<MoveBasis['others'][number][]> =>
    reader.execute<MoveBasis['others'][number] & Record<string, unknown>>(sql`
      select slot, place from matchday_meetings
      where matchday_id = ${matchdayId} and id <> ${id} and state in ('planned', 'held') and ${where}`)
  const persons: readonly string[] = [hostId, visitorId]
  const holds = await listHolds(reader, matchdayId)
  const shut = await reader.execute<{ slot: number; held: string }>(
    sql`select slot, held from matchday_bookings where matchday_id = ${matchdayId} and incident_id is not null`,
  )
  return {
    locked,
    // Whoever is out holds its own time.
    away: [...away, ...shut.filter(({ held }) => persons.includes(held)).map(({ slot: at }) => at)],
    closed: shut.filter(({ held }) => !persons.includes(held)).map(({ slot: at, held }) => ({ slot: at, place: held })),
    others: await others(
      sql`(host_id in (${hostId}::uuid, ${visitorId}::uuid) or visitor_id in (${hostId}::uuid, ${visitorId}::uuid))`,
    ),
    taken: await others(slot === null ? sql`true` : sql`slot = ${slot}`),
    // A hold of somebody else names no place either, and so forbids none.
    held: holds.map(({ slot: at, held }) => ({ slot: at, place: persons.includes(held) ? null : held })),
  }
}
