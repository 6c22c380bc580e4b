import { sql } from 'drizzle-orm'

import type { FileId, OrganisationId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** The number under which the files of the working copy are kept. */
export const workingCopy = 0

/**
 * Says which files a version of a passport refers to, and no others.
 * @returns the ids that are no files of this organisation; they are not kept
 */
export async function referToFiles(
  tx: Transaction,
  organisationId: OrganisationId,
  version: number,
  ids: readonly FileId[],
): Promise<FileId[]> {
  await tx.execute(sql`
    delete from passport_files where organisation_id = ${organisationId} and version = ${version} and file_id <> all(${uuids(ids)})`)
  if (ids.length === 0) return []
  const kept = await tx.execute<{ id: FileId }>(sql`
    with own as (
      select id from files where organisation_id = ${organisationId} and id = any(${uuids(ids)}) for key share
    ), added as (
      insert into passport_files (file_id, organisation_id, version)
      select id, ${organisationId}, ${version} from own on conflict do nothing
    )
    select id from own`)
  const known = new Set(kept.map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}

/** Whether the acting organisation has this one in its care. */
export async function isInCare(tx: Transaction, organisationId: OrganisationId): Promise<boolean> {
  const [row] = await tx.execute<{ in_care: boolean }>(sql`select acting_agency_of(${organisationId}) as in_care`)
  return row?.in_care ?? false
}
