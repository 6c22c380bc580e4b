import { sql, type SQL } from 'drizzle-orm'

import type { NoShowView } from '@enlace/contracts'
import type {
  ExcuseKind,
  MatchdayId,
  MatchdayParticipantId,
  MeetingId,
  NoShowId,
  OrganisationId,
  UserId,
} from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

/** An absence with what is needed to tell of it. */
export type NoShowRow = NoShowView & { readonly organisationId: OrganisationId; readonly organiserId: OrganisationId }

type Row = NoShowRow & Record<string, unknown>
const at = <Said extends { readonly at: string }>(said: Said | null): Said | null =>
  said === null ? null : { ...said, at: toInstant(said.at) }

async function read(reader: Reader, condition: SQL): Promise<NoShowRow[]> {
  const rows = await reader.execute<Row>(sql`
    select no_shows.id, no_shows.organisation_id as "organisationId", organiser_id as "organiserId",
      json_build_object('id', matchdays.id, 'title', content ->> 'title') as matchday, firm.name as firm, organiser.name as organiser,
      no_shows.organisation_id = acting_organisation() as mine, other.name as other,
      noted_at as "notedAt", noted_at + interval '12 months' as "lapsesAt", witness, witness = no_shows.side as "byItself",
      no_show_state(no_shows) as state,
      case when excused_at is not null then json_build_object('kind', excuse_kind, 'text', excuse_text, 'at', excused_at) end as excuse,
      case when decided_at is not null then json_build_object('accepted', accepted, 'reason', decision_reason, 'at', decided_at) end as decision
    from no_shows join matchdays on matchdays.id = no_shows.matchday_id join organisations as organiser on organiser.id = organiser_id
      join organisations as firm on firm.id = no_shows.organisation_id
      left join matchday_meetings as meetings on meetings.id = meeting_id
      left join matchday_participants as people on people.id = case no_shows.side when 'host' then visitor_id else host_id end
      left join organisations as other on other.id = people.organisation_id
    where ${condition} order by noted_at desc, no_shows.id desc limit 200`)
  return rows.map((row) => ({
    ...row,
    notedAt: toInstant(row.notedAt),
    lapsesAt: toInstant(row.lapsesAt),
    excuse: at(row.excuse),
    decision: at(row.decision),
  }))
}

/** Absences that the actor may know of, its own or those at its matchdays; the newest first. */
export const listNoShows = (reader: Reader): Promise<NoShowRow[]> => read(reader, sql`true`)

/** Those of one matchday. */
export const listNoShowsAt = (reader: Reader, id: MatchdayId): Promise<NoShowRow[]> =>
  read(reader, sql`no_shows.matchday_id = ${id}`)

/** One of them, held until the transaction ends; null where the actor may not know of it. */
export async function holdNoShow(tx: Transaction, id: NoShowId): Promise<NoShowRow | null> {
  await tx.execute(sql`select from no_shows where id = ${id} for update`)
  const [row] = await read(tx, sql`no_shows.id = ${id}`)
  return row ?? null
}

export type Absent = {
  readonly matchdayId: MatchdayId
  readonly participantId: MatchdayParticipantId
  readonly meetingId: MeetingId | null
}

/** Notes an absence, as the organiser or as a side of the meeting; false where it was known, null where there is nothing like it. */
export async function noteNoShow(tx: Transaction, id: NoShowId, absent: Absent): Promise<boolean | null> {
  const [row] = await tx.execute<{ fresh: boolean | null }>(
    sql`select note_no_show(${id}, ${absent.matchdayId}, ${absent.participantId}, ${absent.meetingId}::uuid) as fresh`,
  )
  return row?.fresh ?? null
}

/** Takes back what the actor noted of a meeting, except of one participant. */
export async function withdrawNoShows(
  tx: Transaction,
  meetingId: MeetingId,
  exceptOf: MatchdayParticipantId | null,
): Promise<void> {
  await tx.execute(sql`select withdraw_no_shows(${meetingId}, ${exceptOf}::uuid)`)
}

/** Keeps why a firm was absent, as it says itself. */
export async function keepExcuse(tx: Transaction, id: NoShowId, kind: ExcuseKind, text: string): Promise<void> {
  await tx.execute(sql`
    update no_shows set excuse_kind = ${kind}, excuse_text = ${text}, excused_at = clock_timestamp() where id = ${id}`)
}

/** Keeps whether the organiser accepts an excuse. */
export async function keepDecision(
  tx: Transaction,
  id: NoShowId,
  { accepted, reason, by }: { readonly accepted: boolean; readonly reason: string; readonly by: UserId },
): Promise<void> {
  await tx.execute(sql`
    update no_shows set accepted = ${accepted}, decision_reason = ${reason}, decided_at = clock_timestamp(), decided_by = ${by} where id = ${id}`)
}
