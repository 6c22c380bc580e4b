import { sql } from 'drizzle-orm'

import type { OpenedBid } from '@enlace/contracts'
import type { BidId, CallId, Envelope, GivenScore } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

type Row = OpenedBid & Record<string, unknown>

/**
 * Every bid of a call whose first envelope was opened, with what is opened of it, in the order of arrival; of one from which
 * the actor keeps away, not what it says. */
export async function listOpenedBids(tx: Transaction, callId: CallId): Promise<OpenedBid[]> {
  const rows = await tx.execute<Row>(sql`
    select bids.id, json_build_object('id', bidder.id, 'name', bidder.name, 'country', bidder.country) as bidder,
      received_at as "receivedAt", digest, opened.openings,
      coalesce((select json_agg(json_build_object('criterion', criterion, 'score', score) order by criterion)
        from bid_scores where bid_id = bids.id), '[]') as scores
    from bids join organisations as bidder on bidder.id = bids.organisation_id, lateral (
      select json_agg(json_build_object('envelope', envelope, 'content', content, 'fault', fault, 'passed', passed, 'reason', reason)
        order by opened_at, envelope) as openings from openings_of(bids.id)) as opened
    where bids.call_id = ${callId} and opened.openings is not null
    order by received_at, bids.id limit 2000`)
  return rows.map((row) => ({ ...row, receivedAt: toInstant(row.receivedAt) }))
}

export type SettledBid = {
  readonly bidId: BidId
  readonly passed: boolean
  readonly reason: string
  readonly scores: readonly { readonly criterion: string; readonly score: number }[]
}

/** Keeps how the bids of an open envelope ended, and what they were given. */
export async function settleBids(
  tx: Transaction,
  callId: CallId,
  envelope: Envelope,
  bids: readonly SettledBid[],
): Promise<void> {
  const given = JSON.stringify(bids)
  await tx.execute(sql`
    update bid_openings set passed = given.passed, reason = given.reason
    from jsonb_to_recordset(${given}::jsonb) as given ("bidId" uuid, passed boolean, reason text)
    where bid_openings.bid_id = given."bidId" and call_id = ${callId} and envelope = ${envelope}`)
  await tx.execute(sql`
    insert into bid_scores (bid_id, call_id, criterion, score)
    select given."bidId", ${callId}::uuid, scored.criterion, scored.score
    from jsonb_to_recordset(${given}::jsonb) as given ("bidId" uuid, scores jsonb),
      jsonb_to_recordset(given.scores) as scored (criterion text, score double precision)
    on conflict (bid_id, criterion) do update set score = excluded.score`)
}

/** What every bid of a call was given in the end. */
export async function listScores(tx: Transaction, callId: CallId): Promise<GivenScore[]> {
  const rows = await tx.execute<GivenScore & Record<string, unknown>>(sql`
    select bid_id as "bidId", criterion, score from bid_scores where call_id = ${callId}`)
  return [...rows]
}
