import { sql } from 'drizzle-orm'

import { slugOf, type OrganisationId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'
import type { NewOrganisation } from './organisation.store.ts'

/**
 * Adds many organisations in one or two statements; a slug that is taken gets the end of the id. One whose id is there
 * already is left as it is.
 * @returns the ids that were new
 */
export async function insertOrganisations(
  tx: Transaction,
  organisations: readonly NewOrganisation[],
): Promise<OrganisationId[]> {
  const added: OrganisationId[] = []
  let left = organisations.map((organisation) => ({ ...organisation, slug: slugOf(organisation.name) }))
  for (let attempt = 0; attempt < 2 && left.length > 0; attempt += 1) {
    const rows = await tx.execute<{ id: OrganisationId }>(sql`
      insert into organisations (id, kind, name, slug, country, region)
      select id, kind, name, slug, country, region
      from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as row (id uuid, kind text, name text, slug text, country char(2), region text)
      on conflict do nothing returning id`)
    const now = new Set(rows.map((row) => row.id))
    added.push(...now)
    left = left.filter((row) => !now.has(row.id)).map((row) => ({ ...row, slug: `${row.slug}-${row.id.slice(-12)}` }))
  }
  return added
}

/** Puts firms into an agency's care; those that are there stay. */
export async function insertFirms(
  tx: Transaction,
  agencyId: OrganisationId,
  firms: readonly OrganisationId[],
): Promise<void> {
  if (firms.length === 0) return
  await tx.execute(sql`
    insert into agency_firms (agency_id, organisation_id) select ${agencyId}::uuid, firm from unnest(${uuids(firms)}) as firm
    on conflict do nothing`)
}

/** The agency of this slug, or the oldest one where none is named; null where there is none. */
export async function findAgency(
  tx: Transaction,
  slug: string | null,
): Promise<{ id: OrganisationId; name: string } | null> {
  const [row] = await tx.execute<{ id: OrganisationId; name: string }>(sql`
    select id, name from organisations where kind = 'agency' and (${slug}::text is null or slug = ${slug})
    order by created_at, id limit 1`)
  return row ?? null
}
