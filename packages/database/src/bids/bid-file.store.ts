import { sql } from 'drizzle-orm'

import type { BidFile, BidId, CallId, FileId, OrganisationId, UserId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** A file of a bid as it is kept; name and type are null where it is sealed. */
export type BidFileRow = {
  readonly id: FileId
  readonly name: string | null
  readonly type: string | null
  /** In bytes, as it is kept. */
  readonly size: number
  readonly sha256: string
}

/** How many files the acting organisation keeps for a call and what they take; no two are counted at the same time. */
export async function countBidFiles(
  tx: Transaction,
  callId: CallId,
  organisationId: OrganisationId,
): Promise<{ readonly count: number; readonly bytes: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`bid files ${callId} ${organisationId}`}, 0))`)
  const [row] = await tx.execute<{ count: number; bytes: number }>(sql`
    select count(*)::int as count, coalesce(sum(size), 0)::float8 as bytes from bid_files
    where call_id = ${callId} and organisation_id = ${organisationId}`)
  return row ?? { count: 0, bytes: 0 }
}

/** Adds a file whose bytes are in storage already. */
export async function insertBidFile(
  tx: Transaction,
  file: BidFileRow & { readonly callId: CallId; readonly organisationId: OrganisationId; readonly by: UserId },
): Promise<void> {
  await tx.execute(sql`
    insert into bid_files (id, call_id, organisation_id, name, type, size, sha256, uploaded_by)
    values (${file.id}, ${file.callId}, ${file.organisationId}, ${file.name}, ${file.type}, ${file.size}, ${file.sha256}, ${file.by})`)
}

/** Those of the ids that are files which the acting organisation keeps for this call. */
export async function readOwnBidFiles(
  tx: Transaction,
  callId: CallId,
  ids: readonly FileId[],
): Promise<ReadonlyMap<FileId, BidFileRow>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.execute<BidFileRow & Record<string, unknown>>(sql`
    select id, name, type, size, sha256 from bid_files
    where id = any(${uuids(ids)}) and call_id = ${callId} and organisation_id = acting_organisation()`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Notes with which revision of a bid files are handed in. */
export async function useBidFiles(
  tx: Transaction,
  bid: { readonly id: BidId; readonly revision: number },
  ids: readonly FileId[],
): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`
    insert into bid_file_uses (bid_id, revision, file_id)
    select ${bid.id}::uuid, ${bid.revision}::int, id from unnest(${uuids(ids)}) as id`)
}

export type OpenedBidFile = {
  readonly callId: CallId
  readonly file: BidFile
  readonly sealed: boolean
  /** What is kept of it; null where it was not handed in with the bid. */
  readonly kept: { readonly size: number; readonly sha256: string } | null
}

/** A file that an opened envelope of a bid names, where the actor reads what that envelope says; else null. */
export async function readOpenedBidFile(tx: Transaction, bidId: BidId, fileId: FileId): Promise<OpenedBidFile | null> {
  const [row] = await tx.execute<{
    call_id: CallId
    named: BidFile
    sealed: boolean
    kept: number | null
    sha256: string | null
  }>(sql`select call_id, named, sealed, kept, sha256 from opened_bid_file(${bidId}, ${fileId})`)
  if (row === undefined) return null
  const { call_id, named, sealed, kept, sha256 } = row
  return {
    callId: call_id,
    file: named,
    sealed,
    kept: kept === null || sha256 === null ? null : { size: kept, sha256 },
  }
}

/**
 * Takes the rows of up to `limit` files away with which no bid was handed in, once their call takes no more, and gives
 * their ids, so that their bytes can follow. Until then they wait for the bid that is being written.
 */
export async function takeUnusedBidFiles(tx: Transaction, limit: number): Promise<FileId[]> {
  const unused = sql`not exists (select from bid_file_uses where bid_file_uses.file_id = bid_files.id)`
  const locked = await tx.execute<{ id: FileId }>(sql`
    select bid_files.id from bid_files join calls on calls.id = call_id
    where bid_files.created_at < clock_timestamp() - interval '1 day' and ${unused}
      and call_phase(calls, clock_timestamp()) not in ('draft', 'tendering')
    order by bid_files.created_at limit ${limit} for update of bid_files skip locked`)
  if (locked.length === 0) return []
  // Asked again now that the rows are locked, as of other files.
  const taken = await tx.execute<{ id: FileId }>(sql`
    delete from bid_files where id = any(${uuids(locked.map(({ id }) => id))}) and ${unused} returning id`)
  return taken.map(({ id }) => id)
}
