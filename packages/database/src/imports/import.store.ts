import { sql } from 'drizzle-orm'

import type { ImportView } from '@enlace/contracts'
import type { ImportCounts, ImportId, ImportKind, ImportState, OrganisationId, UserId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type NewImport = {
  readonly id: ImportId
  readonly agencyId: OrganisationId
  readonly what: ImportKind
  readonly dryRun: boolean
  readonly fileName: string
  readonly country: string | null
  readonly createdBy: UserId | null
}

/** Opens an import whose file is still to come. */
export async function insertImport(tx: Transaction, given: NewImport): Promise<void> {
  await tx.execute(sql`
    insert into imports (id, agency_id, what, state, dry_run, file_name, country, created_by)
    values (${given.id}, ${given.agencyId}, ${given.what}, 'receiving', ${given.dryRun}, ${given.fileName}, ${given.country}, ${given.createdBy})`)
}

/** Dry runs nobody took in, and files that never came whole, are kept this long. */
const staleDays = 7

/** Forgets an agency's dry runs that nobody took in, and what is left of files that never came whole. */
export async function forgetStaleImports(tx: Transaction, agencyId: OrganisationId): Promise<void> {
  await tx.execute(sql`
    delete from imports where agency_id = ${agencyId} and state in ('receiving', 'checked')
      and created_at < clock_timestamp() - make_interval(days => ${staleDays})`)
}

/** Keeps a piece of the file; `seq` counts from 0. */
export async function insertImportPart(tx: Transaction, id: ImportId, seq: number, bytes: Uint8Array): Promise<void> {
  await tx.execute(sql`insert into import_parts (import_id, seq, bytes) values (${id}, ${seq}, ${Buffer.from(bytes)})`)
}

/** A piece of the file, or null behind its end. */
export async function readImportPart(tx: Transaction, id: ImportId, seq: number): Promise<Buffer | null> {
  const [row] = await tx.execute<{ bytes: Buffer }>(
    sql`select bytes from import_parts where import_id = ${id} and seq = ${seq}`,
  )
  return row?.bytes ?? null
}

/** The file is there whole: the import waits for a worker. */
export async function receiveImport(
  tx: Transaction,
  id: ImportId,
  file: { readonly sizeBytes: number; readonly sha256: string },
): Promise<void> {
  await tx.execute(sql`
    update imports set state = 'requested', size_bytes = ${file.sizeBytes}, sha256 = ${file.sha256}
    where id = ${id} and state = 'receiving'`)
}

/** Forgets an import whose file never came whole. */
export async function dropImport(tx: Transaction, id: ImportId): Promise<void> {
  await tx.execute(sql`delete from imports where id = ${id} and state = 'receiving'`)
}

const nothingYet = sql`rows_done = 0, bytes_done = 0, created = 0, updated = 0, unchanged = 0, kept = 0, failed = 0, noted = 0`

export type ImportTask = {
  readonly id: ImportId
  readonly agencyId: OrganisationId
  readonly what: ImportKind
  readonly dryRun: boolean
  readonly country: string | null
  readonly rowsDone: number
}

/**
 * Takes an import up, from its beginning or where another process left it; null where there is nothing to do any more.
 * A dry run keeps nothing, so it begins anew.
 */
export async function takeUpImport(tx: Transaction, id: ImportId): Promise<ImportTask | null> {
  await tx.execute(
    sql`update imports set ${nothingYet} where id = ${id} and dry_run and state in ('requested', 'running')`,
  )
  const [row] = await tx.execute<ImportTask & Record<string, unknown>>(sql`
    update imports set state = 'running' where id = ${id} and state in ('requested', 'running')
    returning id, agency_id as "agencyId", what, dry_run as "dryRun",
      coalesce(country, (select country from organisations where organisations.id = agency_id)) as country, rows_done as "rowsDone"`)
  if (row === undefined) return null
  if (row.rowsDone === 0) await tx.execute(sql`delete from import_issues where import_id = ${id}`)
  return row
}

/**
 * Moves an import on in the transaction that keeps its rows; false where another process moved it meanwhile.
 * @param step `from` and `to` count rows read
 */
export async function moveImportOn(
  tx: Transaction,
  id: ImportId,
  step: { readonly from: number; readonly to: number; readonly bytesDone: number; readonly counts: ImportCounts },
): Promise<boolean> {
  const { created, updated, unchanged, kept, failed, noted } = step.counts
  const rows = await tx.execute(sql`
    update imports set rows_done = ${step.to}, bytes_done = ${step.bytesDone}, created = created + ${created},
      updated = updated + ${updated}, unchanged = unchanged + ${unchanged}, kept = kept + ${kept},
      failed = failed + ${failed}, noted = noted + ${noted}
    where id = ${id} and state = 'running' and rows_done = ${step.from} returning id`)
  return rows.length === 1
}

/** Ends a running import; false where it is not running any more. A file that was taken in is not needed again. */
export async function endImport(
  tx: Transaction,
  id: ImportId,
  end: { readonly state: 'checked' | 'finished' | 'failed'; readonly problem: string | null },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update imports set state = ${end.state}, problem = ${end.problem}, finished_at = clock_timestamp(),
      bytes_done = case when ${end.problem === null} then size_bytes else bytes_done end
    where id = ${id} and state = 'running' returning id`)
  if (rows.length === 1 && end.state !== 'checked')
    await tx.execute(sql`delete from import_parts where import_id = ${id}`)
  return rows.length === 1
}

/** Moves an import from one state to another; false where it is in none of the states `from`. */
export async function turnImport(
  tx: Transaction,
  id: ImportId,
  from: readonly ImportState[],
  to: ImportState,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update imports set state = ${to} where id = ${id} and state in ${[...from]} returning id`)
  return rows.length === 1
}

/** Makes a dry run that came to its end the real thing, from the first row on; false where it is none. */
export async function makeReal(tx: Transaction, id: ImportId): Promise<boolean> {
  const rows = await tx.execute(sql`
    update imports set state = 'requested', dry_run = false, finished_at = null, ${nothingYet}
    where id = ${id} and state = 'checked' returning id`)
  return rows.length === 1
}

type Row = Record<string, unknown> &
  Omit<ImportView, 'createdAt' | 'finishedAt' | 'undoneAt' | 'sizeBytes' | 'progress'> & {
    createdAt: string
    finishedAt: string | null
    undoneAt: string | null
    sizeBytes: string
    bytesDone: string
  }
const columns = sql`id, what, state, dry_run as "dryRun", file_name as "fileName", size_bytes as "sizeBytes",
  created_at as "createdAt", finished_at as "finishedAt", undone_at as "undoneAt", bytes_done as "bytesDone", rows_done as rows,
  created, updated, unchanged, kept, failed, noted, undone, problem`

const toView = ({ bytesDone, ...row }: Row): ImportView => ({
  ...row,
  sizeBytes: Number(row.sizeBytes),
  createdAt: toInstant(row.createdAt),
  finishedAt: toInstantOrNull(row.finishedAt),
  undoneAt: toInstantOrNull(row.undoneAt),
  progress: Number(row.sizeBytes) === 0 ? 0 : Math.min(1, Number(bytesDone) / Number(row.sizeBytes)),
})

/** One import that the actor may see, or null. */
export async function readImport(reader: Reader, id: ImportId): Promise<ImportView | null> {
  const [row] = await reader.execute<Row>(sql`select ${columns} from imports where id = ${id}`)
  return row === undefined ? null : toView(row)
}

/** An agency's imports, newest first; ids rise with time. */
export async function listImports(
  tx: Transaction,
  agencyId: OrganisationId,
  page: { readonly before: string | null; readonly limit: number },
): Promise<ImportView[]> {
  const rows = await tx.execute<Row>(sql`
    select ${columns} from imports where agency_id = ${agencyId} and state <> 'receiving'
      and (${page.before}::uuid is null or id < ${page.before}) order by id desc limit ${page.limit}`)
  return rows.map(toView)
}
