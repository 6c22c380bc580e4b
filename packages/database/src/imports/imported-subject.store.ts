import { sql } from 'drizzle-orm'

import type { ImportId, OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Stands for the hash of a thing that an undo took off the market: it says nothing now. */
export const takenBack = ''
/** Stands for the hash of a thing that an undo gave its former content again. */
export const givenBack = '-'

export type SubjectKind = 'suppliers' | 'needs' | 'buyers'

/** By what a row's thing is known again. */
export type SubjectKey = {
  readonly row: number
  readonly externalId: string | null
  readonly taxId: string | null
  readonly country: string | null
  readonly name: string
}

/** What an agency brought before under one of a row's keys. */
export type KnownSubject = {
  readonly row: number
  readonly subjectId: string
  readonly hash: string
  readonly version: number
  readonly revision: number
  readonly importId: ImportId
  /** The row of that import. */
  readonly importRow: number
}
/** What matched: the key itself, or, for a row with a number of its own, only a name that another one bears too. */
export type SubjectMatch = KnownSubject & { readonly by: 'key' | 'name' }

/** Keeps two imports of one agency from taking rows in at the same time, until the transaction ends. */
export async function lockImportsOf(tx: Transaction, agencyId: OrganisationId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`imports:${agencyId}`}, 0))`)
}

/**
 * The things that rows speak of and that the agency brought before: by its own number, else by tax number, else by name
 * and country. One statement whatever the number of rows; at most one match by key and one by name for each.
 */
export async function matchSubjects(
  tx: Transaction,
  agencyId: OrganisationId,
  what: SubjectKind,
  keys: readonly SubjectKey[],
): Promise<SubjectMatch[]> {
  const mine = sql`known.agency_id = ${agencyId} and known.what = ${what}`
  // Joins, not a look-up for each row: a table that has just been filled has no statistics to choose an index by.
  const rows = await tx.execute<SubjectMatch & Record<string, unknown>>(sql`
    with given as materialized (
      select row, "externalId" as external_id, "taxId" as tax_id, country, name_key(name) as name_key
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as given (row int, "externalId" text, "taxId" text, country char(2), name text)
    ), found as (
      select 1 as turn, given.row as given_row, given.external_id as given_id, given.tax_id as given_tax, known.*
      from given join imported_subjects as known on ${mine} and known.external_id = given.external_id
      union all
      select 2, given.row, given.external_id, given.tax_id, known.*
      from given join imported_subjects as known on ${mine} and known.tax_id = given.tax_id and known.country is not distinct from given.country
      union all
      select 3, given.row, given.external_id, given.tax_id, known.*
      from given join imported_subjects as known on ${mine} and known.name_key = given.name_key and known.country is not distinct from given.country
    )
    select distinct on (given_row) given_row as row,
      case when turn = 3 and (given_id <> external_id or given_tax <> tax_id) then 'name' else 'key' end as "by",
      subject_id as "subjectId", content_hash as hash, version, revision, import_id as "importId", row as "importRow"
    from found order by given_row, turn, external_id nulls first`)
  return [...rows]
}

export type ImportedRow = SubjectKey & {
  readonly subjectId: string
  readonly hash: string
  readonly action: 'created' | 'updated'
  readonly version: number
  readonly revision: number
}

/** Remembers what rows became: for the undo of this import, and to know them again in the next. */
export async function rememberRows(
  tx: Transaction,
  of: { readonly importId: ImportId; readonly agencyId: OrganisationId; readonly what: SubjectKind },
  rows: readonly ImportedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (row int, "subjectId" uuid, "externalId" text,
    "taxId" text, country char(2), name text, hash text, action text, version int, revision int)`
  if (of.what !== 'buyers')
    await tx.execute(sql`
      insert into import_rows (import_id, row, subject_id, action, version, revision)
      select ${of.importId}::uuid, row, "subjectId", action, version, revision from ${given}`)
  await tx.execute(sql`
    insert into imported_subjects (agency_id, what, subject_id, external_id, tax_id, country, name_key, content_hash, version, revision, import_id, row)
    select ${of.agencyId}::uuid, ${of.what}, "subjectId", "externalId", "taxId", country, name_key(name), hash, version, revision, ${of.importId}::uuid, row
    from ${given}
    on conflict (agency_id, what, subject_id) do update set external_id = coalesce(excluded.external_id, imported_subjects.external_id),
      tax_id = coalesce(excluded.tax_id, imported_subjects.tax_id), country = excluded.country, name_key = excluded.name_key,
      content_hash = excluded.content_hash, version = excluded.version, revision = excluded.revision,
      import_id = excluded.import_id, row = excluded.row`)
}

/** The things that the rows of an import became, each once. */
export async function listImportedSubjects(tx: Transaction, importId: ImportId): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct subject_id as id from import_rows where import_id = ${importId} order by id`)
  return rows.map((row) => row.id)
}
