import { sql } from 'drizzle-orm'

import type { ImportId, NeedContent, NeedId, OrganisationId } from '@enlace/domain'

import { recordAll } from '../events/record.ts'
import type { Transaction } from '../open.ts'

export type NewPublishedNeed = {
  readonly id: NeedId
  readonly organisationId: OrganisationId
  readonly content: NeedContent
  /** ISO 8601; null for now. */
  readonly publishedAt: string | null
}

/** Adds many needs as published, each with its first version and its event. */
export async function insertPublishedNeeds(
  tx: Transaction,
  needs: readonly NewPublishedNeed[],
  importId: ImportId | null,
): Promise<void> {
  if (needs.length === 0) return
  await tx.execute(sql`
    with added as (
      insert into needs (id, organisation_id, state, version, content, import_id, created_at, published_at)
      select id, "organisationId", 'published', 1, content, ${importId}::uuid,
        coalesce("publishedAt", clock_timestamp()), coalesce("publishedAt", clock_timestamp())
      from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) as row (id uuid, "organisationId" uuid, content jsonb, "publishedAt" timestamptz)
      returning id, version, content, published_at
    )
    insert into need_versions (need_id, version, content, published_at) select id, version, content, published_at from added`)
  await recordAll(
    tx,
    needs.map(({ id, organisationId }) => ({
      name: 'need.published',
      payload: { needId: id, organisationId, version: 1 },
      organisationId,
    })),
  )
}

/** A need as the agency that imports it knows it; `undone` where the agency itself cancelled it. */
export type NeedChange = {
  readonly id: NeedId
  readonly content: NeedContent
  readonly version: number
  readonly undone: boolean
}

/**
 * Publishes new contents of many needs as their next versions, each only where nobody amended or ended it since.
 * @returns those that were changed, with the version they are at now
 */
export async function replaceNeeds(
  tx: Transaction,
  changes: readonly NeedChange[],
  importId: ImportId,
): Promise<{ id: NeedId; organisationId: OrganisationId; version: number }[]> {
  if (changes.length === 0) return []
  const rows = await tx.execute<{ id: NeedId; organisationId: OrganisationId; version: number }>(sql`
    with changed as (
      update needs set state = 'published', version = needs.version + 1, content = given.content, import_id = ${importId}::uuid,
        updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as given (id uuid, content jsonb, version int, undone boolean)
      where needs.id = given.id and needs.version = given.version and (needs.state = 'published' or given.undone)
      returning needs.id, needs.organisation_id, needs.version, needs.content
    ), kept as (
      insert into need_versions (need_id, version, content) select id, version, content from changed
    )
    select id, organisation_id as "organisationId", version from changed`)
  await recordAll(
    tx,
    rows.map(({ id, organisationId, version }) => ({
      name: 'need.amended',
      payload: { needId: id, organisationId, version },
      organisationId,
    })),
  )
  return [...rows]
}
