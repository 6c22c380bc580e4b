import { sql } from 'drizzle-orm'

import type { EntryId, OrganisationId, PassportContent } from '@enlace/domain'

import type { Transaction } from '../open.ts'

const marked = (content: PassportContent, entryId: EntryId, by: OrganisationId | null): PassportContent => ({
  ...content,
  certificates: content.certificates.map((certificate) =>
    certificate.id === entryId ? { ...certificate, verifiedBy: by } : certificate,
  ),
})

/** The working copy and the published content of a passport, locked until the transaction ends; null where there is none. */
export async function lockPassport(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<{
  readonly content: PassportContent
  readonly published: PassportContent | null
  readonly version: number
} | null> {
  const [row] = await tx.execute<{ content: PassportContent; published: PassportContent | null; version: number }>(sql`
    select content, case when state = 'published' then published end as published, version from passports
    where organisation_id = ${organisationId} for update`)
  return row ?? null
}

/**
 * Marks a certificate of a locked passport as looked at by `by`, or by nobody. The working copy keeps its revision,
 * because nothing that its writers write has changed.
 */
export async function markCertificate(
  tx: Transaction,
  organisationId: OrganisationId,
  content: PassportContent,
  entryId: EntryId,
  by: OrganisationId | null,
): Promise<void> {
  await tx.execute(sql`
    update passports set content = ${JSON.stringify(marked(content, entryId, by))}::jsonb where organisation_id = ${organisationId}`)
}

/** Marks a certificate in what the market sees: a version of its own, so that matching and history know of it. */
export async function publishMark(
  tx: Transaction,
  organisationId: OrganisationId,
  published: PassportContent,
  entryId: EntryId,
  by: OrganisationId | null,
): Promise<number | null> {
  const [row] = await tx.execute<{ version: number }>(sql`
    with changed as (
      update passports set version = version + 1, published = ${JSON.stringify(marked(published, entryId, by))}::jsonb,
        published_at = clock_timestamp(), changed_xid = pg_current_xact_id()
      where organisation_id = ${organisationId} and state = 'published'
      returning organisation_id, version, published
    )
    insert into passport_versions (organisation_id, version, content, published_by)
    select organisation_id, version, published, acting_user() from changed returning version`)
  return row?.version ?? null
}
