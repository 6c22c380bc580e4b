import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdayParticipantId, MatchdaySide, OrganisationId, ParticipantState } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** By what a row says which firm it means. */
export type FirmKey = {
  readonly row: number
  readonly id: OrganisationId | null
  readonly taxId: string | null
  readonly country: string | null
  readonly name: string | null
}
/** The firm that a row means; `found` is more than one where several fit equally. */
export type FoundFirm = {
  readonly row: number
  readonly organisationId: OrganisationId
  readonly kind: 'buyer' | 'supplier'
  readonly found: number
}

/** The firms that rows mean, in one statement whatever their number. */
export async function findFirms(tx: Transaction, keys: readonly FirmKey[]): Promise<FoundFirm[]> {
  const rows = await tx.execute<FoundFirm & Record<string, unknown>>(
    sql`select line as row, firm as "organisationId", kind, found from find_firms(${JSON.stringify(keys)}::jsonb)`,
  )
  return [...rows]
}

export type ImportedParticipant = {
  readonly id: MatchdayParticipantId
  readonly organisationId: OrganisationId
  readonly side: MatchdaySide
  /** The key of its type; null where it stays as it is. */
  readonly type: string | null
  readonly away: readonly number[]
  readonly languages: readonly string[]
  readonly note: string
}

/** How firms stand at a matchday that know it already. */
export type AttendingFirm = {
  readonly organisationId: OrganisationId
  readonly state: ParticipantState
  readonly type: string | null
}

/** Those of these firms that a matchday knows, while it is held alone. */
export async function listAttendingOf(
  tx: Transaction,
  matchdayId: MatchdayId,
  firms: readonly OrganisationId[],
): Promise<AttendingFirm[]> {
  return tx.execute<AttendingFirm & Record<string, unknown>>(sql`
    select organisation_id as "organisationId", state, type from matchday_participants
    where matchday_id = ${matchdayId} and organisation_id = any(${uuids(firms)})`)
}

/**
 * Lets firms in as a table says, or changes what it said of them before. Who withdrew or was declined stays so.
 * @returns the firms that are in for the first time, and those that changed
 */
export async function admitAll(
  tx: Transaction,
  matchdayId: MatchdayId,
  firms: readonly ImportedParticipant[],
): Promise<Readonly<Record<'created' | 'updated', ReadonlySet<OrganisationId>>>> {
  const written = await tx.execute<{ id: OrganisationId; created: boolean }>(sql`
    insert into matchday_participants as known (id, matchday_id, organisation_id, side, state, away, languages, note)
    select id, ${matchdayId}::uuid, "organisationId", side, 'admitted', away, languages, note
    from jsonb_to_recordset(${JSON.stringify(firms)}::jsonb)
      as given (id uuid, "organisationId" uuid, side text, away int[], languages text[], note text)
    on conflict (matchday_id, organisation_id) do update
      set state = 'admitted', away = excluded.away, languages = excluded.languages, note = excluded.note
      where known.state in ('applied', 'admitted')
        and (known.state, known.away, known.languages, known.note) is distinct from ('admitted', excluded.away, excluded.languages, excluded.note)
    returning organisation_id as id, xmax = 0 as created`)
  // Apart from what goes before: a row that is there already would count itself as one more of its type.
  const typed = await tx.execute<{ id: OrganisationId }>(sql`
    update matchday_participants as known set type = given.type
    from jsonb_to_recordset(${JSON.stringify(firms)}::jsonb) as given ("organisationId" uuid, type text)
    where known.matchday_id = ${matchdayId} and known.organisation_id = given."organisationId" and known.state = 'admitted'
      and given.type is not null and known.type is distinct from given.type
    returning organisation_id as id`)
  const created = new Set(written.filter((one) => one.created).map(({ id }) => id))
  const changed = [...written, ...typed].map(({ id }) => id).filter((id) => !created.has(id))
  return { created, updated: new Set(changed) }
}
