import { sql } from 'drizzle-orm'

import type {
  MatchdayContent,
  MatchdayId,
  MatchdayParticipantId,
  MatchdayState,
  OrganisationId,
  ParticipantState,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

/** A matchday, and how the acting organisation takes part. */
export type MatchdayRow = {
  readonly id: MatchdayId
  readonly organisationId: OrganisationId
  readonly organiserName: string
  readonly state: MatchdayState
  readonly revision: number
  readonly content: MatchdayContent
  readonly createdAt: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly participantId: MatchdayParticipantId | null
  readonly participation: ParticipantState | null
  readonly invited: boolean
}

type Row = MatchdayRow & Record<string, unknown>
const toMatchday = (row: Row): MatchdayRow => ({
  ...row,
  createdAt: toInstant(row.createdAt),
  startsAt: toInstantOrNull(row.startsAt),
  endsAt: toInstantOrNull(row.endsAt),
})

const columns = sql`
  matchdays.id, matchdays.organisation_id as "organisationId", organiser.name as "organiserName", matchdays.state, matchdays.revision,
  matchdays.content, matchdays.created_at as "createdAt", matchdays.starts_at as "startsAt", matchdays.ends_at as "endsAt",
  own.id as "participantId", own.state as participation,
  matchdays.state in ('open', 'published') and matchdays.ends_at > now() and exists (select from matchday_guests as guests
    where guests.matchday_id = matchdays.id and picked and guests.state = 'invited' and guests.organisation_id = acting_organisation()) as invited
  from matchdays join organisations as organiser on organiser.id = matchdays.organisation_id
    left join matchday_participants as own on own.matchday_id = matchdays.id and own.organisation_id = acting_organisation()`

/** The matchday, or null where the actor may not see it. */
export async function readMatchday(reader: Reader, id: MatchdayId): Promise<MatchdayRow | null> {
  const [row] = await reader.execute<Row>(sql`select ${columns} where matchdays.id = ${id}`)
  return row === undefined ? null : toMatchday(row)
}

/**
 * The same, held until the transaction ends: alone, so that nobody else changes it, or shared, so that single bookings
 * only wait while somebody holds it alone.
 */
export async function holdMatchday(
  tx: Transaction,
  id: MatchdayId,
  hold: 'alone' | 'shared' = 'alone',
): Promise<MatchdayRow | null> {
  const key = sql`hashtextextended(${`matchday ${id}`}, 0)`
  await tx.execute(
    hold === 'alone' ? sql`select pg_advisory_xact_lock(${key})` : sql`select pg_advisory_xact_lock_shared(${key})`,
  )
  return readMatchday(tx, id)
}

/** Matchdays that the actor may see, newest first. */
export async function listMatchdays(
  reader: Reader,
  { after, limit }: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<MatchdayRow[]> {
  const further =
    after === null
      ? sql`true`
      : sql`(matchdays.created_at, matchdays.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  const rows = await reader.execute<Row>(
    sql`select ${columns} where ${further} order by matchdays.created_at desc, matchdays.id desc limit ${limit}`,
  )
  return rows.map(toMatchday)
}

/** Adds a matchday as a draft. */
export async function insertMatchday(
  tx: Transaction,
  given: { readonly id: MatchdayId; readonly organisationId: OrganisationId; readonly content: MatchdayContent },
): Promise<void> {
  await tx.execute(sql`
    insert into matchdays (id, organisation_id, content) values (${given.id}, ${given.organisationId}, ${JSON.stringify(given.content)}::jsonb)`)
}

/** Replaces what a matchday is; false where somebody saved before. */
export async function saveMatchday(
  tx: Transaction,
  id: MatchdayId,
  revision: number,
  content: MatchdayContent,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update matchdays set content = ${JSON.stringify(content)}::jsonb, revision = revision + 1
    where id = ${id} and revision = ${revision} returning id`)
  return rows.length === 1
}

/** Takes a matchday one step further, with when it begins and ends (ms since 1970) where that is known. */
export async function moveMatchday(
  tx: Transaction,
  id: MatchdayId,
  state: MatchdayState,
  span: { readonly starts: number; readonly ends: number } | null,
): Promise<void> {
  const [starts, ends] = span === null ? [null, null] : [new Date(span.starts), new Date(span.ends)]
  await tx.execute(sql`
    update matchdays set state = ${state}, starts_at = coalesce(${starts?.toISOString() ?? null}::timestamptz, starts_at),
      ends_at = coalesce(${ends?.toISOString() ?? null}::timestamptz, ends_at)
    where id = ${id}`)
}

export type MatchdayCounts = {
  readonly applied: number
  readonly hosts: number
  readonly visitors: number
  readonly agreed: number
  readonly met: number
}

/** How far a matchday is, for its organiser. */
export async function countMatchday(reader: Reader, id: MatchdayId): Promise<MatchdayCounts> {
  const [row] = await reader.execute<MatchdayCounts>(sql`
    select count(*) filter (where state = 'applied')::int as applied,
      count(*) filter (where state = 'admitted' and side = 'host')::int as hosts,
      count(*) filter (where state = 'admitted' and side = 'visitor')::int as visitors,
      (select count(*)::int from matchday_wishes as one join matchday_wishes as other on other.by_id = one.of_id and other.of_id = one.by_id
        join matchday_participants as host on host.id = one.by_id and host.side = 'host' and host.state = 'admitted'
        join matchday_participants as visitor on visitor.id = one.of_id and visitor.state = 'admitted'
        where one.matchday_id = ${id} and one.wish <> 'no' and other.wish <> 'no') as agreed,
      (select count(*)::int from matchday_meetings where matchday_meetings.matchday_id = ${id} and matchday_meetings.state = 'held') as met
    from matchday_participants where matchday_id = ${id}`)
  return row ?? { applied: 0, hosts: 0, visitors: 0, agreed: 0, met: 0 }
}
