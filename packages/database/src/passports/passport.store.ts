import { sql } from 'drizzle-orm'

import type {
  EntryId,
  Exclusions,
  Glossary,
  OrganisationId,
  Passport,
  PassportContent,
  PassportId,
  UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { statementsOf } from '../exclusions/exclusion.store.ts'
import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

/** A passport as the market sees it. */
export type PublishedPassport = Passport & { readonly publishedAt: string }

type PublishedRow = {
  readonly id: PassportId
  readonly organisation_id: OrganisationId
  readonly name: string
  readonly version: number
  readonly published: PassportContent
  readonly published_at: string
  readonly copied: readonly EntryId[] | null
  readonly lines: Glossary['lines'] | null
  readonly revision: number | null
  readonly exclusions: Exclusions | null
}
const publishedColumns = sql`passports.id, passports.organisation_id, organisations.name, passports.version,
  passports.published, passports.published_at, passport_signs.copied, glossaries.lines, glossaries.revision,
  ${statementsOf(sql`passports.organisation_id`)} as exclusions`
const publishedRows = sql`passports join organisations on organisations.id = passports.organisation_id
  left join passport_signs on passport_signs.organisation_id = passports.organisation_id
  left join glossaries on glossaries.organisation_id = passports.organisation_id`

// What is spread comes last: keys written behind a spread make Node 20 give every object a shape of its own, and each of
// the many thousands that a worker holds is then read as though it were the first (DECISIONS 160).
const publishedPassport = (row: PublishedRow): PublishedPassport => ({
  id: row.id,
  organisationId: row.organisation_id,
  name: row.name,
  state: 'published',
  version: row.version,
  publishedAt: toInstant(row.published_at),
  ...row.published,
  ...(row.copied === null || row.copied.length === 0 ? {} : { copied: row.copied }),
  ...(row.lines === null || row.revision === null ? {} : { glossary: { lines: row.lines, revision: row.revision } }),
  ...(row.exclusions === null ? {} : { exclusions: row.exclusions }),
})

/** The published passports of these organisations that the actor may see. */
export async function readPublishedPassports(
  tx: Transaction,
  ids: readonly OrganisationId[],
): Promise<PublishedPassport[]> {
  if (ids.length === 0) return []
  const rows = await tx.execute<PublishedRow>(sql`
    select ${publishedColumns} from ${publishedRows}
    where passports.state = 'published' and passports.organisation_id = any(${uuids(ids)})`)
  return rows.map(publishedPassport)
}

/** Adds an organisation's passport as a draft. */
export async function insertPassport(
  tx: Transaction,
  passport: {
    readonly id: PassportId
    readonly organisationId: OrganisationId
    readonly content: PassportContent
    readonly importId?: string | null
  },
): Promise<void> {
  await tx.execute(sql`
    insert into passports (id, organisation_id, state, content, import_id)
    values (${passport.id}, ${passport.organisationId}, 'draft', ${JSON.stringify(passport.content)}::jsonb, ${passport.importId ?? null})`)
}

/**
 * Publishes the working copy as the next version; null where there is none, where `revision` is no longer the last saved,
 * or where it is what the market sees already.
 */
export async function publishPassport(
  tx: Transaction,
  organisationId: OrganisationId,
  revision: number,
  by: UserId | null,
): Promise<number | null> {
  const [row] = await tx.execute<{ version: number }>(sql`
    with changed as (
      update passports set state = 'published', version = version + 1, published = content,
        published_at = clock_timestamp(), updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
      where organisation_id = ${organisationId} and revision = ${revision}
        and (state <> 'published' or published is distinct from content)
      returning organisation_id, version, content
    )
    insert into passport_versions (organisation_id, version, content, published_by)
    select organisation_id, version, content, ${by}::uuid from changed returning version`)
  return row?.version ?? null
}

export type ChangedPassport = {
  readonly organisationId: OrganisationId
  /** Null where it is not (or no longer) published. */
  readonly passport: PublishedPassport | null
}
export type ChangedPage = {
  readonly rows: readonly ChangedPassport[]
  /** Whether walls came or went as well. */
  readonly wallsChanged: boolean
  readonly readOnFrom: string
}

const toChanged = (row: { readonly shown: boolean } & (PublishedRow | { readonly id: null })): ChangedPassport[] =>
  row.id === null ? [] : [{ organisationId: row.organisation_id, passport: row.shown ? publishedPassport(row) : null }]

/** So many passports in the order of their organisations, behind `after`: for a copy that is filled, which then reads on from the first page's snapshot. */
export async function readPassportPage(
  reader: Reader,
  after: OrganisationId | null,
  limit: number,
): Promise<ChangedPage> {
  const rows = await reader.execute<{ read_on_from: string; shown: boolean } & (PublishedRow | { id: null })>(sql`
    select bound.*, page.*
    from (select pg_snapshot_xmin(pg_current_snapshot())::text as read_on_from) as bound
    left join (
      select ${publishedColumns}, passports.state = 'published' as shown from ${publishedRows}
      where passports.version > 0 and (${after}::uuid is null or passports.organisation_id > ${after}::uuid)
      order by passports.organisation_id limit ${limit}
    ) as page on true`)
  return {
    rows: rows.flatMap(toChanged),
    wallsChanged: true,
    readOnFrom: rows[0]?.read_on_from ?? '0',
  }
}

/**
 * Passports changed since a snapshot. A cursor of the highest id would lose rows that commit late, so the next
 * call reads from this snapshot's lower bound again; repeats are harmless to a copy that overwrites.
 * @param from xid8 as text; '0' reads all
 */
export async function readChangedPassports(reader: Reader, from: string): Promise<ChangedPage> {
  // Every ranking asks and mostly nothing changed, so that is asked first, in a way that is planned once.
  const [last] = await reader.execute<{ read_on_from: string; walls_changed: boolean; passports_changed: boolean }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as read_on_from,
      (select changed_xid >= ${from}::xid8 from wall_changes) as walls_changed,
      coalesce((select changed_xid from passports order by changed_xid desc limit 1) >= ${from}::xid8, false) as passports_changed`)
  if (last?.passports_changed === false)
    return { rows: [], wallsChanged: last.walls_changed, readOnFrom: last.read_on_from }
  const rows = await reader.execute<
    { read_on_from: string; walls_changed: boolean; shown: boolean } & (PublishedRow | { id: null })
  >(sql`
    select bound.*, changed.*
    from (select pg_snapshot_xmin(pg_current_snapshot())::text as read_on_from,
      (select changed_xid >= ${from}::xid8 from wall_changes) as walls_changed) as bound
    left join (
      select ${publishedColumns}, passports.state = 'published' as shown
      from ${publishedRows}
      where passports.changed_xid >= ${from}::xid8 and passports.version > 0
    ) as changed on true`)
  return {
    rows: rows.flatMap(toChanged),
    wallsChanged: rows[0]?.walls_changed ?? false,
    readOnFrom: rows[0]?.read_on_from ?? from,
  }
}
