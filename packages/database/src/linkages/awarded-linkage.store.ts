import { sql } from 'drizzle-orm'

import { followUpAt, type CallId, type LinkageId, type OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Who won a closed call, and what it asks in all for it. */
export type Won = {
  readonly buyerId: OrganisationId
  readonly supplierId: OrganisationId
  readonly amountMinor: number | null
  readonly currency: string
}

/** The winner of a call that was closed, as enlace_system; null where nobody was awarded. */
export async function readWon(tx: Transaction, callId: CallId): Promise<Won | null> {
  const [row] = await tx.execute<Won & Record<string, unknown>>(sql`
    select calls.organisation_id as "buyerId", bids.organisation_id as "supplierId", content ->> 'currency' as currency,
      (select sum(price::bigint)::float8 from bid_openings, jsonb_array_elements_text(bid_openings.content -> 'prices') as price
        where bid_openings.bid_id = bids.id and envelope = 'price') as "amountMinor"
    from calls join awards on awards.call_id = calls.id and fell_at is null join bids on bids.id = awards.bid_id
    where calls.id = ${callId} and calls.state = 'closed'`)
  return row ?? null
}

/** The live linkage of the two who conclude a contract by a call, begun where there is none; as enlace_system. */
export async function linkByCall(
  tx: Transaction,
  given: { readonly id: LinkageId; readonly callId: CallId } & Pick<Won, 'buyerId' | 'supplierId'>,
): Promise<LinkageId> {
  const [row] = await tx.execute<{ id: LinkageId }>(sql`
    with begun as (
      insert into linkages (id, buyer_id, supplier_id, need_id, stage, clock_due_at)
      select ${given.id}::uuid, ${given.buyerId}::uuid, ${given.supplierId}::uuid, need_id, 'match',
        ${followUpAt('match', new Date(), 0)?.toISOString() ?? null}::timestamptz from calls where id = ${given.callId}
      on conflict (buyer_id, supplier_id) where stage <> 'stopped' do update set buyer_hidden = false returning id
    )
    select id from begun`)
  if (row === undefined) throw new Error('a call that was closed is there')
  return row.id
}
