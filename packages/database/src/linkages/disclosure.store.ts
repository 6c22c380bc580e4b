import { sql } from 'drizzle-orm'

import type { OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type Disclosure = { readonly agencyId: OrganisationId; readonly name: string; readonly shown: boolean }

/** The agencies that look after the acting supplier, and which of them see its linkages. */
export async function listDisclosures(tx: Transaction, supplierId: OrganisationId): Promise<Disclosure[]> {
  const rows = await tx.execute<Disclosure & Record<string, unknown>>(sql`
    select agency_id as "agencyId", organisations.name, exists (select from linkage_disclosures
      where linkage_disclosures.organisation_id = agency_firms.organisation_id and linkage_disclosures.agency_id = agency_firms.agency_id) as shown
    from agency_firms join organisations on organisations.id = agency_id where organisation_id = ${supplierId} order by organisations.name`)
  return [...rows]
}

/** Shows an agency the stages and values of a supplier's linkages, or no longer; false where it does not look after it. */
export async function setDisclosure(
  tx: Transaction,
  supplierId: OrganisationId,
  agencyId: OrganisationId,
  shown: boolean,
): Promise<boolean> {
  const known = await tx.execute(
    sql`select from agency_firms where organisation_id = ${supplierId} and agency_id = ${agencyId}`,
  )
  if (known.length === 0) return false
  await (shown
    ? tx.execute(
        sql`insert into linkage_disclosures (organisation_id, agency_id) values (${supplierId}, ${agencyId}) on conflict do nothing`,
      )
    : tx.execute(
        sql`delete from linkage_disclosures where organisation_id = ${supplierId} and agency_id = ${agencyId}`,
      ))
  return true
}
