import { sql } from 'drizzle-orm'

import { undoMergeDays, type MergeId, type OrganisationId, type PassportContent, type UserId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type MergeRefusal = 'absent' | 'joined' | 'shared' | 'merged'
export type UndoRefusal = 'absent' | 'undone' | 'late' | 'changed'

/** Joins one supplier into another with all that others know it by; every row of both is kept for an undo. As enlace_app. */
export async function mergeSuppliers(
  tx: Transaction,
  merge: {
    readonly id: MergeId
    readonly survivorId: OrganisationId
    readonly absorbedId: OrganisationId
    readonly content: PassportContent
    readonly by: UserId
  },
): Promise<{ readonly refusal: MergeRefusal } | { readonly version: number }> {
  const [row] = await tx.execute<{ refusal: MergeRefusal | null; version: number }>(sql`
    select refusal, version from merge_suppliers(${merge.id}::uuid, ${merge.survivorId}::uuid, ${merge.absorbedId}::uuid,
      ${JSON.stringify(merge.content)}::jsonb, ${merge.by}::uuid)`)
  return row === undefined
    ? { refusal: 'absent' }
    : row.refusal === null
      ? { version: row.version }
      : { refusal: row.refusal }
}

/** Puts the two suppliers of a merge back as they were. As enlace_app. */
export async function unmergeSuppliers(
  tx: Transaction,
  id: MergeId,
): Promise<
  { readonly refusal: UndoRefusal } | { readonly survivorId: OrganisationId; readonly absorbedId: OrganisationId }
> {
  const [row] = await tx.execute<{
    refusal: UndoRefusal | null
    survivorId: OrganisationId
    absorbedId: OrganisationId
  }>(sql`
    select refusal, survivor_id as "survivorId", absorbed_id as "absorbedId" from unmerge_suppliers(${id}::uuid, ${undoMergeDays})`)
  if (row === undefined) return { refusal: 'absent' }
  return row.refusal === null ? { survivorId: row.survivorId, absorbedId: row.absorbedId } : { refusal: row.refusal }
}

export type Merge = {
  readonly id: MergeId
  readonly survivor: { readonly id: OrganisationId; readonly name: string }
  readonly absorbed: { readonly id: OrganisationId; readonly name: string }
  readonly mergedAt: string
  readonly undoUntil: string
  readonly undoneAt: string | null
}

/** What an agency merged, newest first. */
export async function listMerges(tx: Transaction, agencyId: OrganisationId, limit: number): Promise<Merge[]> {
  const rows = await tx.execute<Merge & Record<string, unknown>>(sql`
    select merges.id, json_build_object('id', survivor.id, 'name', survivor.name) as survivor,
      json_build_object('id', absorbed.id, 'name', absorbed.name) as absorbed, merged_at as "mergedAt", undone_at as "undoneAt",
      merged_at + make_interval(days => ${undoMergeDays}) as "undoUntil"
    from supplier_merges as merges join organisations as survivor on survivor.id = survivor_id
    join organisations as absorbed on absorbed.id = absorbed_id
    where merges.agency_id = ${agencyId} order by merges.id desc limit ${limit}`)
  return rows.map((row) => ({
    ...row,
    mergedAt: toInstant(row.mergedAt),
    undoUntil: toInstant(row.undoUntil),
    undoneAt: toInstantOrNull(row.undoneAt),
  }))
}

/** The supplier that this one was joined into, where the actor may know of it. */
export async function readSurvivor(tx: Transaction, absorbedId: OrganisationId): Promise<OrganisationId | null> {
  const [row] = await tx.execute<{ id: OrganisationId }>(sql`
    select survivor_id as id from supplier_merges where absorbed_id = ${absorbedId} and undone_at is null`)
  return row?.id ?? null
}

/** Remembers that two suppliers are not the same; false where the agency does not care for both. */
export async function denyTwins(
  tx: Transaction,
  denial: {
    readonly agencyId: OrganisationId
    readonly oneId: OrganisationId
    readonly otherId: OrganisationId
    readonly by: UserId
  },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into twin_denials (agency_id, one_id, other_id, denied_by)
    select ${denial.agencyId}::uuid, least(one.organisation_id, other.organisation_id), greatest(one.organisation_id, other.organisation_id), ${denial.by}::uuid
    from agency_firms as one, agency_firms as other
    where one.agency_id = ${denial.agencyId} and other.agency_id = ${denial.agencyId}
      and one.organisation_id = ${denial.oneId} and other.organisation_id = ${denial.otherId} and one.organisation_id <> other.organisation_id
    on conflict (agency_id, one_id, other_id) do update set denied_at = twin_denials.denied_at returning agency_id`)
  return rows.length === 1
}

/** The pairs that an agency said are not the same, each as the smaller id, a blank and the larger. */
export async function readDenials(tx: Transaction, agencyId: OrganisationId): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ pair: string }>(
    sql`select one_id || ' ' || other_id as pair from twin_denials where agency_id = ${agencyId}`,
  )
  return new Set(rows.map(({ pair }) => pair))
}
