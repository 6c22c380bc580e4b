import { sql } from 'drizzle-orm'

import type { OrganisationId, PassportContent } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type ListedVersion = { readonly version: number; readonly headline: string; readonly publishedAt: string }

/** The versions of a passport below `before` (null: from the newest), newest first. */
export async function listPassportVersions(
  tx: Transaction,
  organisationId: OrganisationId,
  page: { readonly before: number | null; readonly limit: number },
): Promise<ListedVersion[]> {
  const rows = await tx.execute<{ version: number; headline: string; published_at: string }>(sql`
    select version, content ->> 'headline' as headline, published_at from passport_versions
    where organisation_id = ${organisationId} and version < coalesce(${page.before}::int, 2147483647)
    order by version desc limit ${page.limit}`)
  return rows.map((row) => ({ version: row.version, headline: row.headline, publishedAt: toInstant(row.published_at) }))
}

/** One version of a passport, or null. */
export async function readPassportVersion(
  tx: Transaction,
  organisationId: OrganisationId,
  version: number,
): Promise<{ readonly version: number; readonly publishedAt: string; readonly content: PassportContent } | null> {
  const [row] = await tx.execute<{ published_at: string; content: PassportContent }>(sql`
    select published_at, content from passport_versions where organisation_id = ${organisationId} and version = ${version}`)
  return row === undefined ? null : { version, publishedAt: toInstant(row.published_at), content: row.content }
}
