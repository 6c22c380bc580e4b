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

/** A passport as the agency that imports it knows it; `undone` where the agency itself took it off the market. */
export type PassportChange = {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly content: PassportContent
  readonly version: number
  readonly revision: number
  readonly undone: boolean
}

/**
 * Publishes new contents of many passports, each only where nobody wrote, published or withdrew it since, and names their
 * organisations anew. Two statements whatever their number.
 * @returns those that were changed, with what they are at now
 */
export async function replacePassports(
  tx: Transaction,
  changes: readonly PassportChange[],
  importId: ImportId,
): Promise<{ organisationId: OrganisationId; version: number; revision: number }[]> {
  if (changes.length === 0) return []
  const given = sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
    as given ("organisationId" uuid, name text, content jsonb, version int, revision int, undone boolean)`
  const rows = await tx.execute<{ organisationId: OrganisationId; version: number; revision: number }>(sql`
    with changed as (
      update passports set state = 'published', version = passports.version + 1, revision = passports.revision + 1,
        content = given.content, published = given.content, import_id = ${importId}::uuid,
        published_at = clock_timestamp(), updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
      from ${given}
      where passports.organisation_id = given."organisationId" and passports.version = given.version
        and passports.revision = given.revision and (passports.state = 'published' or given.undone)
      returning passports.organisation_id, passports.version, passports.revision, passports.content
    ), kept as (
      insert into passport_versions (organisation_id, version, content) select organisation_id, version, content from changed
    )
    select organisation_id as "organisationId", version, revision from changed`)
  const done = new Set(rows.map((row) => row.organisationId))
  const named = changes.filter((change) => done.has(change.organisationId))
  await tx.execute(sql`
    update organisations set name = given.name, country = given.content -> 'facts' ->> 'country', region = given.content -> 'facts' ->> 'region'
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given ("organisationId" uuid, name text, content jsonb)
    where organisations.id = given."organisationId"`)
  return [...rows]
}
