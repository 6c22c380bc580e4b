import { sql } from 'drizzle-orm'

import type { Output, readPanel, Scorecard, ScoringWork } from '@enlace/contracts'
import { scoringDays, type BidId, type CallId, type CardScore, type Envelope, type UserId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

type CardBid = Scorecard['bids'][number]
type Card = Pick<Scorecard, 'declared' | 'submittedAt' | 'dueAt' | 'now'> & { readonly bids: readonly CardBid[] }

/** The acting evaluator's card for an envelope: what row-level security lets him read of each bid, and what he gave it. */
export async function readCard(tx: Transaction, callId: CallId, envelope: Envelope): Promise<Card> {
  const [state] = await tx.execute<{ declared: boolean; submitted_at: string | null; due_at: string; now: string }>(sql`
    select exists (select from declarations where call_id = ${callId} and user_id = acting_user()) as declared,
      (select submitted_at from scorecards where call_id = ${callId} and envelope = ${envelope} and user_id = acting_user()),
      envelope_opened_at(${callId}, ${envelope}) + make_interval(days => ${scoringDays}) as due_at, clock_timestamp() as now`)
  if (state === undefined) throw new Error('a row of constants is there')
  const bids = await tx.execute<CardBid & Record<string, unknown>>(sql`
    select bids.id, bidder.name as bidder,
      case when told.conflict is not null then json_build_object('kind', told.conflict, 'text', told.text) end as conflict,
      (select content from bid_openings where bid_id = bids.id and envelope = ${envelope}) as content,
      coalesce((select json_agg(json_build_object('criterion', criterion, 'score', score, 'comment', comment) order by criterion)
        from panel_scores where bid_id = bids.id and envelope = ${envelope} and user_id = acting_user()), '[]') as scores
    from call_conflicts(${callId}, ${envelope}) as told join bids on bids.id = told.bid_id
      join organisations as bidder on bidder.id = bids.organisation_id
    order by bids.received_at, bids.id`)
  return {
    declared: state.declared,
    submittedAt: toInstantOrNull(state.submitted_at),
    dueAt: toInstant(state.due_at),
    now: toInstant(state.now),
    bids: [...bids],
  }
}

/** Notes that the acting evaluator said where he is not free, and of which bids; what was said before stays. */
export async function storeDeclaration(
  tx: Transaction,
  callId: CallId,
  conflicts: readonly { readonly bidId: BidId; readonly text: string }[],
): Promise<void> {
  await tx.execute(sql`
    insert into declarations (call_id, user_id) values (${callId}, acting_user()) on conflict do nothing`)
  await tx.execute(sql`
    insert into recusals (call_id, bid_id, user_id, text)
    select ${callId}::uuid, said."bidId", acting_user(), said.text
    from jsonb_to_recordset(${JSON.stringify(conflicts)}::jsonb) as said ("bidId" uuid, text text) on conflict do nothing`)
}

/** Keeps one score of the acting evaluator; until his card is in, the last one said counts. */
export async function storeScore(
  tx: Transaction,
  callId: CallId,
  envelope: Envelope,
  { bidId, criterion, score, comment }: CardScore,
): Promise<void> {
  await tx.execute(sql`
    insert into panel_scores (call_id, envelope, bid_id, criterion, user_id, score, comment)
    values (${callId}, ${envelope}, ${bidId}, ${criterion}, acting_user(), ${score}, ${comment})
    on conflict (bid_id, criterion, user_id) do update
      set score = excluded.score, comment = excluded.comment, scored_at = clock_timestamp()`)
}

/** Makes the acting evaluator's card final; false where it was before. */
export async function insertCard(tx: Transaction, callId: CallId, envelope: Envelope): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into scorecards (call_id, envelope, user_id) values (${callId}, ${envelope}, acting_user())
    on conflict do nothing returning user_id`)
  return rows.length === 1
}

/** Who scores an envelope of a call, and whose card is still waited for. */
export async function listPanel(
  tx: Transaction,
  callId: CallId,
  envelope: Envelope,
): Promise<Output<typeof readPanel>['panel'][number][]> {
  const rows = await tx.execute<{ user_id: UserId; name: string; submitted_at: string | null; pending: boolean }>(
    sql`select * from call_panel(${callId}, ${envelope})`,
  )
  return rows.map(({ user_id, name, submitted_at, pending }) => ({
    userId: user_id,
    name,
    submittedAt: toInstantOrNull(submitted_at),
    pending,
  }))
}

/** Names of bidders whose bids nobody of the panel may score. */
export async function listUnscored(tx: Transaction, callId: CallId, envelope: Envelope): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select organisations.name from unscored_bids(${callId}, ${envelope}) as bid
    join bids on bids.id = bid join organisations on organisations.id = bids.organisation_id order by name`)
  return rows.map(({ name }) => name)
}

/** The calls in which the acting person scores an envelope now, with what is left of his card. */
export async function listScoringWork(tx: Transaction): Promise<{ items: ScoringWork[]; now: string }> {
  const rows = await tx.execute<ScoringWork & Record<string, unknown>>(sql`
    select calls.id as "callId", calls.title, buyer.name as buyer, calls.stage as envelope, cards.submitted_at as "submittedAt",
      exists (select from declarations where call_id = calls.id and user_id = acting_user()) as declared,
      envelope_opened_at(calls.id, calls.stage) + make_interval(days => ${scoringDays}) as "dueAt", mine.bids, asked.criteria,
      (select count(*)::int from panel_scores where call_id = calls.id and envelope = calls.stage and user_id = acting_user()) as scored,
      mine.words
    from calls join organisations as buyer on buyer.id = calls.organisation_id
    left join scorecards as cards on cards.call_id = calls.id and cards.envelope = calls.stage and cards.user_id = acting_user()
    cross join lateral (select count(*)::int as criteria from jsonb_array_elements(content -> 'criteria') as one
      where one ->> 'envelope' = calls.stage) as asked
    cross join lateral (select * from scoring_of(calls.id, calls.stage)) as mine
    where 'evaluator' = any (acting_seats(calls.id)) and call_phase(calls, clock_timestamp()) = 'evaluating'
    order by cards.submitted_at is not null, "dueAt", calls.id limit 200`)
  const [clock] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`)
  return {
    items: rows.map((row) => ({
      ...row,
      dueAt: toInstant(row.dueAt),
      submittedAt: toInstantOrNull(row.submittedAt),
    })),
    now: toInstant(clock?.now ?? ''),
  }
}
