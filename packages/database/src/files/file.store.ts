import { sql } from 'drizzle-orm'

import type { FileId, OrganisationId, UserId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type FileRow = {
  readonly id: FileId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly type: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  readonly uploadedAt: string
}

/** Adds a file whose bytes are in storage already. */
export async function insertFile(
  tx: Transaction,
  file: Omit<FileRow, 'uploadedAt'> & { readonly uploadedBy: UserId | null },
): Promise<FileRow> {
  const [row] = await tx.execute<{ created_at: string }>(sql`
    insert into files (id, organisation_id, name, type, size, sha256, uploaded_by)
    values (${file.id}, ${file.organisationId}, ${file.name}, ${file.type}, ${file.size}, ${file.sha256}, ${file.uploadedBy})
    returning created_at`)
  if (row === undefined) throw new Error('an inserted file has a row')
  const { uploadedBy: _, ...kept } = file
  return { ...kept, uploadedAt: toInstant(row.created_at) }
}

/** The files of these ids that row-level security shows, in no particular order. */
export async function readFiles(tx: Transaction, ids: readonly FileId[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const rows = await tx.execute<{
    id: FileId
    organisation_id: OrganisationId
    name: string
    type: string
    size: number
    sha256: string
    created_at: string
  }>(sql`
    select id, organisation_id, name, type, size, sha256, created_at from files where id = any(${uuids(ids)})`)
  return rows.map(({ organisation_id, created_at, ...row }) => ({
    ...row,
    organisationId: organisation_id,
    uploadedAt: toInstant(created_at),
  }))
}

/**
 * Takes the rows of up to `limit` files away that nothing has referred to for a day, and gives their ids, so that their
 * bytes can follow. Two processes never take the same one, and one that is being referred to at this moment stays.
 */
export async function takeOrphans(tx: Transaction, limit: number): Promise<FileId[]> {
  const unreferred = sql`not exists (select from passport_files where passport_files.file_id = files.id)
    and not exists (select from exclusion_statements where exclusion_statements.file_id = files.id)
    and not exists (select from linkage_files where linkage_files.file_id = files.id)
    and not exists (select from innovation_files where innovation_files.file_id = files.id)`
  const locked = await tx.execute<{ id: FileId }>(sql`
    select id from files where created_at < clock_timestamp() - interval '1 day' and ${unreferred}
    order by created_at limit ${limit} for update skip locked`)
  if (locked.length === 0) return []
  // Asked again now that the rows are locked: whoever referred to one before has committed.
  const taken = await tx.execute<{ id: FileId }>(sql`
    delete from files where id = any(${uuids(locked.map(({ id }) => id))}) and ${unreferred} returning id`)
  return taken.map(({ id }) => id)
}

/** Those of the ids that are files, of bids too. */
export async function readKnownFiles(tx: Transaction, ids: readonly FileId[]): Promise<ReadonlySet<FileId>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.execute<{ id: FileId }>(sql`
    select id from files where id = any(${uuids(ids)}) union select id from bid_files where id = any(${uuids(ids)})`)
  return new Set(rows.map(({ id }) => id))
}
