import { sql, type SQL } from 'drizzle-orm'

import type { NeedContent, NeedId, OrganisationId, PassportContent } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

export const searchIndexes = ['suppliers', 'needs'] as const
export type SearchIndexName = (typeof searchIndexes)[number]

/** A row that was published at some time, by what its copy is compared with; `open` where everyone may find it now. */
export type IndexableRow = { readonly id: string; readonly changedXid: string; readonly open: boolean }
export type IndexableRows = {
  readonly rows: readonly IndexableRow[]
  /** How many rows are open in all. */
  readonly open: number
  readonly readOnFrom: string
}

const everyoneFinds: Readonly<Record<SearchIndexName, SQL>> = {
  suppliers: sql`state = 'published'`,
  needs: sql`state = 'published' and confidentiality <> 'invited'`,
}
const tables: Readonly<Record<SearchIndexName, { readonly table: SQL; readonly id: SQL }>> = {
  suppliers: { table: sql`passports`, id: sql`organisation_id` },
  needs: { table: sql`needs`, id: sql`id` },
}

/**
 * Rows changed since a snapshot, and how many are open, as one moment saw them; the transaction must be new.
 * See readChangedPassports for why the cursor is a snapshot's lower bound.
 * @param from xid8 as text; '0' reads all
 */
export async function readIndexable(tx: Transaction, name: SearchIndexName, from: string): Promise<IndexableRows> {
  const { table, id } = tables[name]
  await tx.execute(sql`set transaction isolation level repeatable read`)
  const [moment] = await tx.execute<{ xmin: string; open: number }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, (select count(*)::int from ${table} where ${everyoneFinds[name]}) as open`)
  const rows = await tx.execute<IndexableRow & Record<string, unknown>>(sql`
    select ${id} as id, changed_xid::text as "changedXid", (${everyoneFinds[name]}) as open
    from ${table} where changed_xid >= ${from}::xid8 and version > 0`)
  return { rows: [...rows], open: moment?.open ?? 0, readOnFrom: moment?.xmin ?? from }
}

type Published<Id, Content> = {
  readonly id: Id
  readonly name: string
  readonly version: number
  readonly changedXid: string
  readonly publishedAt: string
  readonly content: Content
}
type PublishedRow<Id, Content> = Published<Id, Content> & Record<string, unknown>
const toPublished = <Id, Content>(row: PublishedRow<Id, Content>): Published<Id, Content> => ({
  ...row,
  publishedAt: toInstant(row.publishedAt),
})

/** What the index keeps of these suppliers, as far as they are published. */
export async function readIndexableSuppliers(
  tx: Transaction,
  ids: readonly string[],
): Promise<Published<OrganisationId, PassportContent>[]> {
  const rows = await tx.execute<PublishedRow<OrganisationId, PassportContent>>(sql`
    select passports.organisation_id as id, organisations.name, passports.version, passports.changed_xid::text as "changedXid",
      passports.published_at as "publishedAt", passports.published as content
    from passports join organisations on organisations.id = passports.organisation_id
    where passports.organisation_id = any(${uuids(ids)}) and ${everyoneFinds.suppliers}`)
  return rows.map(toPublished)
}

/** What the index keeps of these needs, as far as they are open to everyone; `name` is the buyer's. */
export async function readIndexableNeeds(
  tx: Transaction,
  ids: readonly string[],
): Promise<Published<NeedId, NeedContent>[]> {
  const rows = await tx.execute<PublishedRow<NeedId, NeedContent>>(sql`
    select needs.id, buyer.name, needs.version, needs.changed_xid::text as "changedXid", needs.published_at as "publishedAt", needs.content
    from needs join organisations as buyer on buyer.id = needs.organisation_id
    where needs.id = any(${uuids(ids)}) and ${everyoneFinds.needs}`)
  return rows.map(toPublished)
}

/** Notes that all that was committed below this transaction id is in the index. */
export async function saveWatermark(tx: Transaction, name: SearchIndexName, changedXid: string): Promise<void> {
  await tx.execute(sql`
    insert into search_watermarks (name, changed_xid) values (${name}, ${changedXid}::xid8)
    on conflict (name) do update set changed_xid = excluded.changed_xid, indexed_at = clock_timestamp()`)
}
