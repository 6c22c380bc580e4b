import { sql } from 'drizzle-orm'

import type { MatchSites } from '@enlace/contracts'
import type { NeedId, OrganisationId, Place } from '@enlace/domain'

import type { Transaction } from '../open.ts'
import { rankingLimit } from './match.store.ts'

/** The published sites of the suppliers ranked for a need that the actor owns, best first. */
export async function readMatchSites(tx: Transaction, needId: NeedId): Promise<MatchSites> {
  const rows = await tx.execute<{ supplier_id: OrganisationId; sites: Place[] }>(sql`
    select matches.supplier_id, passports.published -> 'facts' -> 'sites' as sites
    from matches join passports on passports.organisation_id = matches.supplier_id and passports.state = 'published'
    where matches.need_id = ${needId} and matches.rank <= ${rankingLimit} and acting_owns_need(matches.need_id)
    order by matches.rank`)
  return { items: rows.map(({ supplier_id: supplierId, sites }) => ({ supplierId, sites })) }
}
