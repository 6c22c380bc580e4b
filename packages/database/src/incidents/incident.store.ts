import { sql } from 'drizzle-orm'

import type {
  IncidentChange,
  IncidentId,
  IncidentKind,
  MatchdayId,
  MatchdayParticipant,
  MatchdayParticipantId,
  MeetingId,
  MeetingState,
  UserId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Interpreter } from '../interpreters/interpreter.store.ts'
import { tryBooking, type BookedMeeting, type MeetingPair } from '../matchdays/meeting.store.ts'
import type { Reader, Transaction } from '../open.ts'

type Shut = { readonly held: string; readonly slot: number }
/** A meeting as a repair finds it. */
export type RepairMeeting = BookedMeeting & {
  readonly id: MeetingId
  readonly state: 'planned' | 'held'
  readonly moves: number
  readonly locked: boolean
}
/** All that a repair is made from. */
export type RepairBasis = {
  readonly participants: readonly MatchdayParticipant[]
  readonly interpreters: readonly Pick<Interpreter, 'id' | 'away'>[]
  readonly meetings: readonly RepairMeeting[]
  readonly shut: readonly Shut[]
  /** Who never meets. */
  readonly neverWith: readonly MeetingPair[]
  /** Pairs that agreed and have no time: who must meet first, then who agreed first. */
  readonly standby: readonly MeetingPair[]
}

/** What a matchday's timetable is mended from, also what the actor may not see; null where it is not there. */
export async function readRepairBasis(reader: Reader, matchdayId: MatchdayId): Promise<RepairBasis | null> {
  const [row] = await reader.execute<{ basis: RepairBasis | null }>(sql`select repair_basis(${matchdayId}) as basis`)
  return row?.basis ?? null
}

export type IncidentRow = {
  readonly id: IncidentId
  readonly kind: IncidentKind
  readonly by: string
  readonly participantId: MatchdayParticipantId | null
  readonly meetingId: MeetingId | null
  readonly place: string | null
  readonly minutes: number | null
  readonly overCap: boolean
  readonly at: string
  readonly changes: readonly IncidentChange[]
  readonly tookMs: number
  readonly undoneAt: string | null
}

type Row = IncidentRow & Record<string, unknown>
/** Incidents of a matchday that the actor may see, the newest first. */
export async function listIncidents(reader: Reader, matchdayId: MatchdayId, limit: number): Promise<IncidentRow[]> {
  const rows = await reader.execute<Row>(sql`
    select one.id, one.kind, firm.name as by, one.participant_id as "participantId", one.meeting_id as "meetingId", one.place, one.minutes, one.over_cap as "overCap",
      one.reported_at as at, one.changes, one.took_ms as "tookMs", one.undone_at as "undoneAt"
    from matchday_incidents as one join organisations as firm on firm.id = one.by_organisation_id
    where one.matchday_id = ${matchdayId} order by one.reported_at desc, one.id desc limit ${limit}`)
  return rows.map((row) => ({ ...row, at: toInstant(row.at), undoneAt: toInstantOrNull(row.undoneAt) }))
}

/** A meeting as it is to be. */
export type MendedMeeting = BookedMeeting & {
  readonly id: MeetingId
  readonly state: MeetingState
  readonly moves: number
  readonly calledOff: boolean
}

type Kept = Omit<IncidentRow, 'by' | 'at' | 'undoneAt'> & { readonly userId: UserId }

/** Keeps an incident with what was mended, at once or not at all: a booking that came in between stands in its way. */
export const keepRepair = (
  tx: Transaction,
  matchdayId: MatchdayId,
  incident: Kept,
  meetings: readonly MendedMeeting[],
  shut: readonly Shut[],
): ReturnType<typeof tryBooking> =>
  tryBooking(
    tx,
    sql`select keep_repair(${matchdayId}, ${JSON.stringify(incident)}::jsonb, ${JSON.stringify(meetings)}::jsonb, ${JSON.stringify(shut)}::jsonb)`,
  )

/** Takes an incident back, at once or not at all. */
export const undoRepair = (
  tx: Transaction,
  matchdayId: MatchdayId,
  id: IncidentId,
  meetings: readonly MendedMeeting[],
): ReturnType<typeof tryBooking> =>
  tryBooking(tx, sql`select undo_repair(${matchdayId}, ${id}, ${JSON.stringify(meetings)}::jsonb)`)
