import { sql } from 'drizzle-orm'

import type { ImportId, NeedContent, NeedId, OrganisationId } from '@enlace/domain'

import { recordAll } from '../events/record-all.ts'
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
