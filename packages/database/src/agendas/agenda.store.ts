import { sql } from 'drizzle-orm'

import type { AgendaDay, AgendaMeeting, MatchdayId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader } from '../open.ts'

/** Matchdays that ended longer ago are in no calendar any more. */
const keptDays = 60

export type AgendaDayRow = AgendaDay & {
  readonly revision: number
  readonly createdAt: string
  readonly startsAt: string | null
  readonly endsAt: string | null
}

/** The matchdays that the acting organisation takes part in, or holds. */
export async function listAgendaDays(reader: Reader, whose: 'own' | 'attended'): Promise<AgendaDayRow[]> {
  const which =
    whose === 'own'
      ? sql`organisation_id = acting_organisation() and state <> 'draft' and starts_at is not null`
      : sql`exists (select from matchday_participants as own where own.matchday_id = matchdays.id and own.organisation_id = acting_organisation())`
  const rows = await reader.execute<AgendaDayRow & Record<string, unknown>>(sql`
    select id, state, content, revision, created_at as "createdAt", starts_at as "startsAt", ends_at as "endsAt" from matchdays
    where ${which} and coalesce(ends_at, clock_timestamp()) > clock_timestamp() - make_interval(days => ${keptDays})
    order by starts_at, id`)
  return rows.map((row) => ({
    ...row,
    createdAt: toInstant(row.createdAt),
    startsAt: toInstantOrNull(row.startsAt),
    endsAt: toInstantOrNull(row.endsAt),
  }))
}

/** The meetings of a matchday that the actor may see, with when each was changed last. */
export async function listAgendaMeetings(reader: Reader, matchdayId: MatchdayId): Promise<AgendaMeeting[]> {
  const rows = await reader.execute<AgendaMeeting & Record<string, unknown>>(sql`
    select meetings.id, json_build_object('name', host_firm.name) as host, json_build_object('name', visitor_firm.name) as visitor,
      case acting_participant(meetings.matchday_id) when host.id then 'host' when visitor.id then 'visitor' end as mine,
      meetings.slot, meetings.place, meetings.state, meetings.sequence, meetings.changed_at as "changedAt"
    from matchday_meetings as meetings
      join matchday_participants as host on host.id = meetings.host_id join organisations as host_firm on host_firm.id = host.organisation_id
      join matchday_participants as visitor on visitor.id = meetings.visitor_id join organisations as visitor_firm on visitor_firm.id = visitor.organisation_id
    where meetings.matchday_id = ${matchdayId} order by meetings.slot, host_firm.name, meetings.id`)
  return rows.map((row) => ({ ...row, changedAt: toInstant(row.changedAt) }))
}
