import { sql } from 'drizzle-orm'

import type { CallId, OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** What a notice about a call says, and whom it may concern: those asked by name, those who bid, and who sits in it from outside. */
export type NoticedCall = {
  readonly title: string
  readonly buyer: string
  readonly buyerId: OrganisationId
  readonly invited: readonly OrganisationId[]
  readonly bidders: readonly OrganisationId[]
}

/** A call as notices tell of it, or null; as enlace_system. */
export async function readNoticedCall(tx: Transaction, id: CallId): Promise<NoticedCall | null> {
  const [row] = await tx.execute<NoticedCall & Record<string, unknown>>(sql`
    select calls.title, organisations.name as buyer, calls.organisation_id as "buyerId",
      array(select supplier_id from call_invitations where call_id = calls.id order by supplier_id) as invited,
      array(select bids.organisation_id from bids where call_id = calls.id and bids.state = 'submitted' order by 1) as bidders
    from calls join organisations on organisations.id = calls.organisation_id where calls.id = ${id}`)
  return row ?? null
}
