import { sql } from 'drizzle-orm'

import {
  fold,
  type FileId,
  type InnovationContent,
  type InnovationId,
  type InnovationText,
  type OrganisationId,
  type UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** The number under which the files of the working copy are kept. */
const workingCopy = 0

/** Adds an innovation as a draft of its supplier. */
export async function insertInnovation(
  tx: Transaction,
  given: InnovationText & { readonly id: InnovationId; readonly organisationId: OrganisationId },
): Promise<void> {
  await tx.execute(sql`insert into innovations (id, organisation_id) values (${given.id}, ${given.organisationId})`)
  await tx.execute(sql`
    insert into innovation_drafts (innovation_id, content, confidential)
    values (${given.id}, ${JSON.stringify(given.content)}::jsonb, ${given.confidential})`)
}

/** Replaces the working copy; false where somebody saved before. */
export async function saveInnovation(
  tx: Transaction,
  id: InnovationId,
  revision: number,
  { content, confidential }: InnovationText,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    with saved as (
      update innovations set revision = revision + 1 where id = ${id} and revision = ${revision} returning id
    )
    update innovation_drafts set content = ${JSON.stringify(content)}::jsonb, confidential = ${confidential}
    from saved where innovation_id = saved.id returning innovation_id`)
  return rows.length === 1
}

/**
 * Says which files the working copy refers to, and no others.
 * @returns the ids that are no files of this organisation; they are not kept
 */
export async function referToInnovationFiles(
  tx: Transaction,
  id: InnovationId,
  organisationId: OrganisationId,
  fileIds: readonly FileId[],
): Promise<FileId[]> {
  await tx.execute(sql`
    delete from innovation_files where innovation_id = ${id} and version = ${workingCopy} and file_id <> all(${uuids(fileIds)})`)
  if (fileIds.length === 0) return []
  const kept = await tx.execute<{ id: FileId }>(sql`
    with own as (
      select id from files where organisation_id = ${organisationId} and id = any(${uuids(fileIds)}) for key share
    ), added as (
      insert into innovation_files (innovation_id, version, file_id) select ${id}, ${workingCopy}, id from own on conflict do nothing
    )
    select id from own`)
  const known = new Set(kept.map((row) => row.id))
  return fileIds.filter((fileId) => !known.has(fileId))
}

/** What an innovation is searched by. */
const wordsOf = ({ title, problem, solution, evidence, references }: InnovationContent): string =>
  fold([title, problem, solution, evidence, ...references.map(({ text }) => text)].join('\n'))

/** Shows the working copy as the next version; null where `revision` is no longer the last saved. */
export async function publishInnovation(
  tx: Transaction,
  id: InnovationId,
  revision: number,
  { content, confidential }: InnovationText,
  by: UserId | null,
): Promise<number | null> {
  const [row] = await tx.execute<{ version: number }>(sql`
    with shown as (
      update innovations set state = 'published', version = version + 1, published = ${JSON.stringify(content)}::jsonb,
        confidential = ${confidential !== ''}, words = to_tsvector('simple', ${wordsOf(content)}),
        published_at = clock_timestamp(), changed_xid = pg_current_xact_id()
      where id = ${id} and revision = ${revision} returning id, version
    ), kept as (
      insert into innovation_versions (innovation_id, version, content, confidential, published_by)
      select id, version, ${JSON.stringify(content)}::jsonb, ${confidential}, ${by}::uuid from shown
    ), filed as (
      insert into innovation_files (innovation_id, version, file_id)
      select shown.id, shown.version, file_id from shown
        join innovation_files on innovation_id = shown.id and innovation_files.version = ${workingCopy}
    )
    select version from shown`)
  return row?.version ?? null
}

/** Shows an innovation no more; false where it was not shown. */
export async function withdrawInnovation(tx: Transaction, id: InnovationId): Promise<boolean> {
  const rows = await tx.execute(sql`
    update innovations set state = 'withdrawn', changed_xid = pg_current_xact_id()
    where id = ${id} and state = 'published' returning id`)
  return rows.length === 1
}
