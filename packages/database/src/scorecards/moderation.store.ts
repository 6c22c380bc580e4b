import { sql } from 'drizzle-orm'

import type { BidId, CallId, ConflictKind, Envelope, PanelScore, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type PanelRow = PanelScore & { readonly comment: string }
export type ModeratedRow = {
  readonly bidId: BidId
  readonly criterion: string
  readonly score: number
  readonly reason: string
}

/** Whether the acting person may see what the panel gave by now; before that nobody is shown another's score. */
export async function seesPanel(tx: Transaction, callId: CallId, envelope: Envelope): Promise<boolean> {
  const [row] = await tx.execute<{ sees: boolean }>(sql`select acting_sees_panel(${callId}, ${envelope}) as sees`)
  return row?.sees ?? false
}

/** What the cards that are in gave, as far as the acting person may see it. */
export async function listPanelScores(tx: Transaction, callId: CallId, envelope: Envelope): Promise<PanelRow[]> {
  const rows = await tx.execute<PanelRow & Record<string, unknown>>(sql`
    select bid_id as "bidId", criterion, panel_scores.user_id as "userId", score, comment from panel_scores
    join call_panel(${callId}, ${envelope}) as panel on panel.user_id = panel_scores.user_id and panel.submitted_at is not null
    where call_id = ${callId} and envelope = ${envelope} order by panel.name, panel_scores.user_id`)
  return [...rows]
}

/** Who of the panel keeps away from which bid. */
export async function listRecused(
  tx: Transaction,
  callId: CallId,
  envelope: Envelope,
): Promise<{ bidId: BidId; userId: UserId; kind: ConflictKind }[]> {
  const rows = await tx.execute<{ bidId: BidId; userId: UserId; kind: ConflictKind }>(sql`
    select bid_id as "bidId", user_id as "userId", conflict as kind from panel_conflicts(${callId}, ${envelope}) order by user_id`)
  return [...rows]
}

/** The bids whose envelope is scored, in the order of arrival; `barred` where the acting person keeps away from one. */
export async function listScoredBids(
  tx: Transaction,
  callId: CallId,
  envelope: Envelope,
): Promise<{ id: BidId; bidder: string; barred: boolean }[]> {
  const rows = await tx.execute<{ id: BidId; bidder: string; barred: boolean }>(sql`
    select bids.id, bidder.name as bidder, acting_barred(${callId}, bids.id) as barred
    from call_conflicts(${callId}, ${envelope}) as told join bids on bids.id = told.bid_id
      join organisations as bidder on bidder.id = bids.organisation_id
    order by bids.received_at, bids.id`)
  return [...rows]
}

/** Final scores that the author set beside the median. */
export async function listModerated(tx: Transaction, callId: CallId, envelope: Envelope): Promise<ModeratedRow[]> {
  const rows = await tx.execute<ModeratedRow & Record<string, unknown>>(sql`
    select bid_id as "bidId", criterion, score, reason from moderations where call_id = ${callId} and envelope = ${envelope}`)
  return [...rows]
}

/** Sets a final score beside the median, or with null goes back to it. */
export async function storeModerated(
  tx: Transaction,
  callId: CallId,
  envelope: Envelope,
  given: { readonly bidId: BidId; readonly criterion: string; readonly score: number | null; readonly reason: string },
): Promise<void> {
  const { bidId, criterion, score, reason } = given
  await (score === null
    ? tx.execute(
        sql`delete from moderations where bid_id = ${bidId} and criterion = ${criterion} and call_id = ${callId}`,
      )
    : tx.execute(sql`
      insert into moderations (call_id, envelope, bid_id, criterion, score, reason, moderated_by)
      values (${callId}, ${envelope}, ${bidId}, ${criterion}, ${score}, ${reason}, acting_user())
      on conflict (bid_id, criterion) do update set score = excluded.score, reason = excluded.reason,
        moderated_by = excluded.moderated_by, moderated_at = clock_timestamp()`))
}
