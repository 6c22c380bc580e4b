import { sql, type SQL } from 'drizzle-orm'

import {
  appeals,
  hourAppeals,
  ledgerOf,
  tableAppeal,
  type FirmSeatings,
  type MatchdayContent,
  type MatchdayId,
  type MatchdayParticipantId,
  type OrganisationId,
  type Seatings,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Reader } from '../open.ts'

/** A matchday as the ledger needs it: how good each of its tables and hours is. */
export type RotationDay = {
  readonly id: MatchdayId
  readonly tables: Readonly<Record<string, number>>
  readonly hours: readonly number[]
}

/** The ledger goes back so many matchdays of an organiser. */
const mostDays = 50

/** The matchdays of an organiser at which there is a timetable, the newest, and as far as the actor may see them. */
export async function listRotationDays(reader: Reader, organiserId: OrganisationId): Promise<RotationDay[]> {
  const rows = await reader.execute<{ id: MatchdayId; content: MatchdayContent }>(sql`
    select id, content from matchdays where organisation_id = ${organiserId} and state in ('published', 'closed')
    order by starts_at desc, id desc limit ${mostDays}`)
  return rows.map(({ id, content }) => ({
    id,
    tables: Object.fromEntries(
      content.places.flatMap((place) => {
        const appeal = tableAppeal(place)
        return appeal === null ? [] : [[place.key, appeal]]
      }),
    ),
    hours: hourAppeals(content),
  }))
}

const byAppeal = (column: SQL): SQL =>
  sql`array[${sql.join(
    appeals.map((appeal) => sql`count(*) filter (where ${column} = ${sql.raw(`${appeal}`)})`),
    sql`, `,
  )}]::int[]`

/** What each firm got at these matchdays, as far as the actor may see: all for whoever holds them, for a firm its own. */
export async function countSeatings(
  reader: Reader,
  days: readonly RotationDay[],
  of: OrganisationId | null = null,
): Promise<FirmSeatings[]> {
  return reader.execute<FirmSeatings & Record<string, unknown>>(sql`
    select firms.matchday_id as "matchdayId", firms.organisation_id as "organisationId", firms.side,
      ${byAppeal(sql`at_table`)} as tables, ${byAppeal(sql`at_hour`)} as hours
    from seatings(${JSON.stringify(days)}::jsonb) as seats
      join matchday_participants as firms on firms.id = seats.participant_id
    where ${of}::uuid is null or firms.organisation_id = ${of}
    group by 1, 2, 3 order by 1, 2`)
}

/** What all firms got together at those of these matchdays in which the actor takes part. */
export async function readSeatingTotals(
  reader: Reader,
  days: readonly RotationDay[],
): Promise<ReadonlyMap<MatchdayId, Seatings>> {
  const rows = await reader.execute<Seatings & { matchdayId: MatchdayId }>(sql`
    select matchday_id as "matchdayId", tables, hours from seating_totals(${JSON.stringify(days)}::jsonb)`)
  return new Map(rows.map(({ matchdayId, ...seatings }) => [matchdayId, seatings]))
}

/** What the participants of a matchday had of good tables at the others of its organiser, beyond their share. As enlace_system. */
export async function readBalances(
  reader: Reader,
  matchdayId: MatchdayId,
  organiserId: OrganisationId,
): Promise<ReadonlyMap<MatchdayParticipantId, number>> {
  const others = (await listRotationDays(reader, organiserId)).filter(({ id }) => id !== matchdayId)
  const ledger = ledgerOf(await countSeatings(reader, others))
  const balances = new Map(ledger.map(({ organisationId, tableBalance }) => [organisationId, tableBalance]))
  const firms = await reader.execute<{ id: MatchdayParticipantId; organisationId: OrganisationId }>(
    sql`select id, organisation_id as "organisationId" from matchday_participants where matchday_id = ${matchdayId}`,
  )
  return new Map(firms.map(({ id, organisationId }) => [id, balances.get(organisationId) ?? 0]))
}

/** The names of organisations. */
export async function nameFirms(
  reader: Reader,
  firms: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, string>> {
  const rows = await reader.execute<{ id: OrganisationId; name: string }>(
    sql`select id, name from organisations where id = any(${uuids(firms)})`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
