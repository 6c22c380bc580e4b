import { sql } from 'drizzle-orm'

import type { ImportId, OrganisationId, PassportContent, PassportId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type NewPassport = {
  readonly id: PassportId
  readonly organisationId: OrganisationId
  readonly content: PassportContent
}

/** Adds many passports as published, each with its first version, in one statement. */
export async function insertPublishedPassports(
  tx: Transaction,
  passports: readonly NewPassport[],
  importId: ImportId | null,
): Promise<void> {
  if (passports.length === 0) return
  await tx.execute(sql`
    with added as (
      insert into passports (id, organisation_id, state, version, content, published, import_id, published_at)
      select id, "organisationId", 'published', 1, content, content, ${importId}::uuid, clock_timestamp()
      from jsonb_to_recordset(${JSON.stringify(passports)}::jsonb) as row (id uuid, "organisationId" uuid, content jsonb)
      returning organisation_id, version, content
    )
    insert into passport_versions (organisation_id, version, content) select organisation_id, version, content from added`)
}
