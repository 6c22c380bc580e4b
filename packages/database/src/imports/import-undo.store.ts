import { sql } from 'drizzle-orm'

import type { ImportId, NeedId, OrganisationId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'
import { givenBack, takenBack } from './imported-subject.store.ts'

/** A row that stays, because somebody has built on it since. */
export type KeptRow = {
  readonly row: number
  readonly code: 'changed-since' | 'joined' | 'answered' | 'imported-again'
}
export type UndoneNeed = {
  readonly id: NeedId
  readonly organisationId: OrganisationId
  readonly version: number
  readonly action: 'created' | 'updated'
}

/** Why a supplier's row cannot be taken back; null where it can. Its own people's work is not the agency's to undo. */
const supplierReason = sql`case
  when known.import_id <> rows.import_id then 'imported-again'
  when passports.version <> rows.version or passports.revision <> rows.revision or passports.state <> 'published' then 'changed-since'
  when exists (select from members where members.organisation_id = rows.subject_id) then 'joined'
  when exists (select from match_answers where match_answers.supplier_id = rows.subject_id) then 'answered'
  when exists (select from need_invitations where need_invitations.supplier_id = rows.subject_id) then 'answered' end`

/**
 * Takes back the suppliers of an import that nobody has built on since: those it brought leave the market and the
 * agency's care, those it changed say again what they said before. Set-wise, whatever their number.
 * @returns how many were taken back, and the rows that stay with the reason
 */
export async function undoSuppliers(
  tx: Transaction,
  importId: ImportId,
  agencyId: OrganisationId,
): Promise<{ undone: number; kept: KeptRow[] }> {
  const reasons = await tx.execute<{
    row: number
    subject_id: OrganisationId
    action: string
    code: KeptRow['code'] | null
  }>(sql`
    select rows.row, rows.subject_id, rows.action, ${supplierReason} as code
    from import_rows as rows
    join imported_subjects as known on known.agency_id = ${agencyId} and known.what = 'suppliers' and known.subject_id = rows.subject_id
    join passports on passports.organisation_id = rows.subject_id
    where rows.import_id = ${importId} order by rows.row for update of passports`)
  const free = reasons.filter((row) => row.code === null)
  const ids = (action: string) => uuids(free.filter((row) => row.action === action).map((row) => row.subject_id))
  await tx.execute(sql`
    update passports set state = 'withdrawn', updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
    where organisation_id = any(${ids('created')})`)
  await tx.execute(
    sql`delete from agency_firms where agency_id = ${agencyId} and organisation_id = any(${ids('created')})`,
  )
  await tx.execute(sql`
    with changed as (
      update passports set content = before.content, published = before.content, version = passports.version + 1,
        revision = passports.revision + 1, published_at = clock_timestamp(), updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
      from passport_versions as before
      where passports.organisation_id = any(${ids('updated')})
        and before.organisation_id = passports.organisation_id and before.version = passports.version - 1
      returning passports.organisation_id, passports.version, passports.content
    )
    insert into passport_versions (organisation_id, version, content) select organisation_id, version, content from changed`)
  // With these in place of a hash the next import takes its row for news, whatever it says.
  await tx.execute(sql`
    update imported_subjects set version = passports.version, revision = passports.revision,
      content_hash = case when passports.state = 'withdrawn' then ${takenBack} else ${givenBack} end
    from passports
    where agency_id = ${agencyId} and what = 'suppliers' and passports.organisation_id = subject_id
      and (subject_id = any(${ids('created')}) or subject_id = any(${ids('updated')}))`)
  return { undone: free.length, kept: keptOf(reasons) }
}

const keptOf = (rows: readonly { readonly row: number; readonly code: KeptRow['code'] | null }[]): KeptRow[] =>
  rows.flatMap(({ row, code }) => (code === null ? [] : [{ row, code }]))

const needReason = sql`case
  when known.import_id <> rows.import_id then 'imported-again'
  when needs.version <> rows.version or needs.state <> 'published' then 'changed-since'
  when exists (select from match_answers where match_answers.need_id = needs.id) then 'answered'
  when exists (select from need_invitations where need_invitations.need_id = needs.id) then 'answered' end`

/**
 * Takes back the needs of an import that nobody has answered or changed since: those it brought are cancelled, those it
 * changed say again what they said before.
 * @returns the needs taken back with the version they are at now, and the rows that stay
 */
export async function undoNeeds(
  tx: Transaction,
  importId: ImportId,
  agencyId: OrganisationId,
): Promise<{ undone: UndoneNeed[]; kept: KeptRow[] }> {
  const reasons = await tx.execute<{
    row: number
    subject_id: NeedId
    action: string
    code: KeptRow['code'] | null
  }>(sql`
    select rows.row, rows.subject_id, rows.action, ${needReason} as code
    from import_rows as rows
    join imported_subjects as known on known.agency_id = ${agencyId} and known.what = 'needs' and known.subject_id = rows.subject_id
    join needs on needs.id = rows.subject_id
    where rows.import_id = ${importId} order by rows.row for update of needs`)
  const free = reasons.filter((row) => row.code === null)
  const ids = (action: string) => uuids(free.filter((row) => row.action === action).map((row) => row.subject_id))
  const cancelled = await tx.execute<UndoneNeed & Record<string, unknown>>(sql`
    update needs set state = 'cancelled', updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
    where id = any(${ids('created')}) returning id, organisation_id as "organisationId", version, 'created' as action`)
  const restored = await tx.execute<UndoneNeed & Record<string, unknown>>(sql`
    with changed as (
      update needs set content = before.content, version = needs.version + 1, updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
      from need_versions as before
      where needs.id = any(${ids('updated')}) and before.need_id = needs.id and before.version = needs.version - 1
      returning needs.id, needs.organisation_id, needs.version, needs.content
    ), kept as (
      insert into need_versions (need_id, version, content) select id, version, content from changed
    )
    select id, organisation_id as "organisationId", version, 'updated' as action from changed`)
  await tx.execute(sql`
    update imported_subjects set version = needs.version,
      content_hash = case when needs.state = 'cancelled' then ${takenBack} else ${givenBack} end
    from needs
    where agency_id = ${agencyId} and what = 'needs' and needs.id = subject_id
      and (subject_id = any(${ids('created')}) or subject_id = any(${ids('updated')}))`)
  return { undone: [...cancelled, ...restored], kept: keptOf(reasons) }
}

/** Ends the undo of an import; null where none is under way. */
export async function takeUpUndo(
  tx: Transaction,
  id: ImportId,
): Promise<{ agencyId: OrganisationId; what: 'suppliers' | 'needs' } | null> {
  const [row] = await tx.execute<{ agencyId: OrganisationId; what: 'suppliers' | 'needs' }>(sql`
    update imports set state = 'undone', undone_at = clock_timestamp() where id = ${id} and state = 'undoing'
    returning agency_id as "agencyId", what`)
  return row ?? null
}

/** Notes how many rows of an import were taken back. */
export async function countUndone(tx: Transaction, id: ImportId, undone: number): Promise<void> {
  await tx.execute(sql`update imports set undone = ${undone} where id = ${id}`)
}
