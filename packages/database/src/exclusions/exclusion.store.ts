import { sql } from 'drizzle-orm'

import type { ExclusionsView, StatementView } from '@enlace/contracts'
import {
  exclusionGrounds,
  type ExclusionGround,
  type ExclusionStatement,
  type FileId,
  type OrganisationId,
  type StatementAnswer,
} from '@enlace/domain'

import { texts, uuids } from '../arrays.ts'
import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'
import { inOrder } from '../transaction.ts'
import { presentDay } from '../today.ts'

const keyOf = (of: OrganisationId) => sql`hashtextextended(${`exclusions:${of}`}, 0)`

/**
 * Takes what is said of a supplier, or for what a buyer excludes, for this transaction: whoever changes it next, or deals
 * by it, waits here.
 */
export async function lockExclusions(tx: Transaction, of: OrganisationId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${keyOf(of)})`)
}

/** For which grounds an organisation excludes. */
export async function readExcludedGrounds(tx: Transaction, buyerId: OrganisationId): Promise<ExclusionGround[]> {
  const [row] = await tx.execute<{ grounds: ExclusionGround[] }>(sql`
    select exclusion_grounds as grounds from organisations where id = ${buyerId}`)
  return row?.grounds ?? []
}

/** Sets for which grounds the acting organisation excludes; false where it did for the same. Its open needs count as changed. */
export async function keepExcludedGrounds(
  tx: Transaction,
  buyerId: OrganisationId,
  grounds: readonly ExclusionGround[],
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update organisations set exclusion_grounds = ${texts(grounds)}
    where id = ${buyerId} and exclusion_grounds is distinct from ${texts(grounds)} returning id`)
  return rows.length === 1
}

/** Statements of `supplier` as matching takes them, as JSON; a column of another query. */
export const statementsOf = (supplier: ReturnType<typeof sql>) => sql`(
  select json_build_object('revision', max(said_at)::text || ' ' || count(*), 'statements', json_agg(json_build_object(
    'ground', ground, 'says', says, 'on', to_char(looked_on, 'YYYY-MM-DD'),
    'by', case when by_id <> supplier_id then speaker.name end,
    'source', case when list = '' then source else list || ', ' || source end) order by ground, by_id))
  from exclusion_statements join organisations as speaker on speaker.id = by_id where supplier_id = ${supplier} having count(*) > 0)`

export type Dealings = {
  readonly grounds: readonly ExclusionGround[]
  /** What is said of each supplier, in the order they were asked for. */
  readonly statements: readonly (readonly ExclusionStatement[])[]
}

/** For what a buyer excludes and what is said of suppliers; all of it stays as it is until the transaction ends. */
export async function holdDealings(
  tx: Transaction,
  buyerId: OrganisationId,
  supplierIds: readonly OrganisationId[],
): Promise<Dealings> {
  // A single statement would read before it has the locks.
  const [, grounds, said] = await inOrder([
    tx.execute(sql`
      select pg_advisory_xact_lock_shared(hashtextextended('exclusions:' || id, 0))
      from (select id from unnest(${uuids([buyerId, ...supplierIds])}) as id order by id) as dealing`),
    readExcludedGrounds(tx, buyerId),
    tx.execute<{ said: { statements: ExclusionStatement[] } | null }>(sql`
      select ${statementsOf(sql`supplier.id`)} as said from unnest(${uuids(supplierIds)}) with ordinality as supplier (id, at)
      order by supplier.at`),
  ])
  return { grounds, statements: said.map((row) => row.said?.statements ?? []) }
}

type Subject = {
  readonly id: OrganisationId
  readonly name: string
  readonly inCare: boolean
  readonly today: string
}

/** The supplier that is spoken of, and whether the acting organisation looks after it; null where it is none. */
export async function readSpokenOf(tx: Transaction, supplierId: OrganisationId): Promise<Subject | null> {
  const [row] = await tx.execute<Subject & Record<string, unknown>>(sql`
    select id, name, acting_agency_of(id) as "inCare", ${presentDay} as today
    from organisations where id = ${supplierId} and kind = 'supplier'`)
  return row ?? null
}

/** What is said of a supplier, with who said it, for those who may read it. */
export async function readStatements(tx: Transaction, supplierId: OrganisationId): Promise<ExclusionsView['items']> {
  const rows = await tx.execute<StatementView & Record<string, unknown>>(sql`
    select ground, says, json_build_object('id', speaker.id, 'name', speaker.name) as by, supplier_id = by_id as own,
      exclusion_person(supplier_id, ground, by_id) as person, said_at as "saidAt", to_char(looked_on, 'YYYY-MM-DD') as "on", source, list,
      (select json_build_object('id', files.id, 'name', files.name, 'type', files.type, 'size', files.size,
        'sha256', files.sha256, 'uploadedAt', files.created_at)
        from files where files.id = file_id) as file, answer, answered_at as "answeredAt"
    from exclusion_statements join organisations as speaker on speaker.id = by_id
    where supplier_id = ${supplierId} order by ground, supplier_id <> by_id, said_at, by_id`)
  return rows.map((row) => ({ ...row, saidAt: toInstant(row.saidAt), answeredAt: toInstantOrNull(row.answeredAt) }))
}

export type NewStatement = {
  readonly supplierId: OrganisationId
  readonly byId: OrganisationId
  readonly ground: ExclusionGround
  readonly says: StatementAnswer
  /** Null: today. */
  readonly on: string | null
  readonly source: string
  readonly list: string
  readonly fileId: FileId | null
}

/** Adds the word of suppliers that they have nothing to do with any ground, as said on that day; for a demo. As enlace_system. */
export async function insertDeclarations(
  tx: Transaction,
  supplierIds: readonly OrganisationId[],
  on: string,
): Promise<void> {
  await tx.execute(sql`
    insert into exclusion_statements (supplier_id, ground, by_id, says, looked_on)
    select supplier, ground, supplier, 'none', ${on}::date
    from unnest(${uuids(supplierIds)}) as supplier, unnest(${texts(exclusionGrounds)}) as ground`)
}

/**
 * Keeps what the acting person says; false where the file is none of its organisation's. What the supplier answered
 * to the word before is no answer to this one.
 */
export async function keepStatement(tx: Transaction, said: NewStatement): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into exclusion_statements (supplier_id, ground, by_id, says, said_by, looked_on, source, list, file_id)
    select ${said.supplierId}::uuid, ${said.ground}, ${said.byId}::uuid, ${said.says}, acting_user(),
      coalesce(${said.on}::date, (clock_timestamp() at time zone 'UTC')::date), ${said.source}, ${said.list}, ${said.fileId}::uuid
    where ${said.fileId}::uuid is null or exists (select from files where id = ${said.fileId}::uuid and organisation_id = ${said.byId})
    on conflict (supplier_id, ground, by_id) do update set says = excluded.says, said_by = excluded.said_by,
      said_at = clock_timestamp(), looked_on = excluded.looked_on, source = excluded.source, list = excluded.list,
      file_id = excluded.file_id, answer = '', answered_by = null, answered_at = null
    returning supplier_id`)
  if (rows.length === 0) return false
  await tx.execute(sql`select touch_passport(${said.supplierId})`)
  return true
}

/** Takes the acting organisation's word back; false where there is none. */
export async function dropStatement(
  tx: Transaction,
  { supplierId, ground, byId }: Pick<NewStatement, 'supplierId' | 'ground' | 'byId'>,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    delete from exclusion_statements where supplier_id = ${supplierId} and ground = ${ground} and by_id = ${byId} returning ground`)
  if (rows.length === 0) return false
  await tx.execute(sql`select touch_passport(${supplierId})`)
  return true
}

/** Keeps what a supplier answers to another's word; false where there is none. */
export async function keepAnswerTo(
  tx: Transaction,
  { supplierId, ground, byId }: Pick<NewStatement, 'supplierId' | 'ground' | 'byId'>,
  answer: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update exclusion_statements set answer = ${answer}, answered_by = acting_user(), answered_at = clock_timestamp()
    where supplier_id = ${supplierId} and ground = ${ground} and by_id = ${byId} and by_id <> supplier_id returning ground`)
  return rows.length === 1
}
