import { sql } from 'drizzle-orm'

import type { Glossary, GlossaryLine, OrganisationId, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** The acting organisation's lines, in the order they came. */
export async function readGlossary(tx: Transaction): Promise<readonly GlossaryLine[]> {
  const [row] = await tx.execute<{ lines: GlossaryLine[] }>(sql`
    select lines from glossaries where organisation_id = acting_organisation()`)
  return row?.lines ?? []
}

/** Takes an organisation's glossary for this transaction: whoever changes it next waits here, and sees what was changed before. */
export async function lockGlossary(tx: Transaction, organisationId: OrganisationId): Promise<Glossary> {
  const [row] = await tx.execute<{ lines: GlossaryLine[]; revision: number }>(sql`
    insert into glossaries as known (organisation_id) values (${organisationId}::uuid)
    on conflict (organisation_id) do update set revision = known.revision
    returning lines, revision`)
  return row ?? { lines: [], revision: 0 }
}

/**
 * Keeps the lines of an organisation whose glossary this transaction has locked. Its passport and its open needs count as
 * changed, so that the copies that workers keep take the lines with them.
 */
export async function keepGlossary(
  tx: Transaction,
  organisationId: OrganisationId,
  lines: readonly GlossaryLine[],
  by: UserId,
): Promise<void> {
  await tx.execute(sql`
    with kept as (
      update glossaries set lines = ${JSON.stringify(lines)}::jsonb, revision = revision + 1, changed_by = ${by}::uuid,
        changed_at = clock_timestamp()
      where organisation_id = ${organisationId}::uuid
    ), passport as (
      update passports set changed_xid = pg_current_xact_id() where organisation_id = ${organisationId}::uuid
    )
    update needs set changed_xid = pg_current_xact_id()
    where organisation_id = ${organisationId}::uuid and state = 'published'`)
}
