import { sql } from 'drizzle-orm'

import type { DebriefView, DecisionView, ResultView } from '@enlace/contracts'
import {
  complaintDays,
  type BidId,
  type CallId,
  type ComplaintId,
  type Debrief,
  type Improvement,
  type OrganisationId,
  type UserId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type AwardRow = {
  readonly id: string
  readonly bidId: BidId | null
  readonly reason: string
  readonly proposedBy: UserId
  readonly proposedAt: string
  readonly approvedAt: string | null
  readonly carriedAt: string | null
}

/** The award of a call that stands, proposed or approved; null where none does. */
export async function readAward(tx: Transaction, callId: CallId): Promise<AwardRow | null> {
  const [row] = await tx.execute<AwardRow & Record<string, unknown>>(sql`
    select id, bid_id as "bidId", reason, proposed_by as "proposedBy", proposed_at as "proposedAt", approved_at as "approvedAt",
      carried_at as "carriedAt"
    from awards where call_id = ${callId} and fell_at is null`)
  return row === undefined
    ? null
    : {
        ...row,
        proposedAt: toInstant(row.proposedAt),
        approvedAt: toInstantOrNull(row.approvedAt),
        carriedAt: toInstantOrNull(row.carriedAt),
      }
}

/** Proposes an award; the call is held. */
export async function insertAward(
  tx: Transaction,
  award: {
    readonly id: string
    readonly callId: CallId
    readonly bidId: BidId | null
    readonly reason: string
    readonly by: UserId
  },
): Promise<void> {
  await tx.execute(sql`
    insert into awards (id, call_id, bid_id, reason, proposed_by)
    values (${award.id}, ${award.callId}, ${award.bidId}, ${award.reason}, ${award.by})`)
}

/** Approves a proposed award. */
export async function approveStanding(tx: Transaction, id: string, by: UserId): Promise<void> {
  await tx.execute(sql`update awards set approved_by = ${by}, approved_at = clock_timestamp() where id = ${id}`)
}

/** Notes that an award is carried over to the proposals of its challenge; false where it was before. */
export async function markCarried(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`update awards set carried_at = clock_timestamp() where id = ${id} and carried_at is null returning id`,
  )
  return rows.length === 1
}

/** Lets an award fall, refused or by a complaint, so that another can be proposed. */
export async function fellAward(tx: Transaction, id: string, reason: string): Promise<void> {
  await tx.execute(sql`update awards set fell_at = clock_timestamp(), fell_reason = ${reason} where id = ${id}`)
}

type Debriefed = Record<string, unknown> & {
  bidId: BidId
  won: boolean
  numbers: Debrief
  reasons: string
  improvement: Improvement
  sentAt: string
  readAt: string | null
}
const debriefColumns = sql`debriefs.bid_id as "bidId", debriefs.bid_id is not distinct from awards.bid_id as won, numbers, reasons, improvement,
  sent_at as "sentAt", read_at as "readAt"`
const toDebrief = (row: Debriefed): DebriefView => ({
  ...row,
  sentAt: toInstant(row.sentAt),
  readAt: toInstantOrNull(row.readAt),
})

/** The debriefs that follow from an award. */
export async function listDebriefs(tx: Transaction, awardId: string): Promise<DebriefView[]> {
  const rows = await tx.execute<Debriefed>(sql`
    select ${debriefColumns} from debriefs join awards on awards.id = award_id where award_id = ${awardId} order by sent_at, debriefs.bid_id`)
  return rows.map(toDebrief)
}

/** Keeps a debrief; one that was sent is written over by a better one. */
export async function storeDebrief(
  tx: Transaction,
  debrief: {
    readonly awardId: string
    readonly callId: CallId
    readonly bidId: BidId
    readonly numbers: Debrief
    readonly reasons: string
    readonly improvement: Improvement
    readonly by: UserId
  },
): Promise<void> {
  await tx.execute(sql`
    insert into debriefs (award_id, bid_id, call_id, numbers, reasons, improvement, written_by)
    values (${debrief.awardId}, ${debrief.bidId}, ${debrief.callId}, ${JSON.stringify(debrief.numbers)}::jsonb, ${debrief.reasons},
      ${JSON.stringify(debrief.improvement)}::jsonb, ${debrief.by})
    on conflict (award_id, bid_id) do update set numbers = excluded.numbers, reasons = excluded.reasons,
      improvement = excluded.improvement, written_by = excluded.written_by, sent_at = clock_timestamp(), read_at = null`)
}

/** The debrief of the acting bidder's bid that stands, marked as read; null before it is sent. */
export async function readOwnDebrief(tx: Transaction, callId: CallId): Promise<DebriefView | null> {
  const [row] = await tx.execute<Debriefed>(sql`
    with told as (
      update debriefs set read_at = coalesce(read_at, clock_timestamp())
      where award_id = standing_award(${callId}) and acting_bid(bid_id) returning *
    )
    select told.bid_id as "bidId", award_won(told.award_id, told.bid_id) as won, numbers, reasons, improvement, sent_at as "sentAt", read_at as "readAt"
    from told`)
  return row === undefined ? null : toDebrief(row)
}

type Complained = DecisionView['complaints'][number] & Record<string, unknown>

/** The complaints about a call that the actor may read: a bidder its own, the buyer all. */
export async function listComplaints(tx: Transaction, callId: CallId): Promise<DecisionView['complaints']> {
  const rows = await tx.execute<Complained>(sql`
    select id, bid_id as "bidId", text, filed_at as "filedAt", answer_by as "answerBy", state, answer
    from complaints where call_id = ${callId} order by filed_at, id`)
  return rows.map((row) => ({ ...row, filedAt: toInstant(row.filedAt), answerBy: toInstant(row.answerBy) }))
}

/** Files a complaint of the acting bidder; false where one of it is open. The call is held. */
export async function insertComplaint(
  tx: Transaction,
  complaint: { readonly id: ComplaintId; readonly callId: CallId; readonly bidId: BidId; readonly text: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into complaints (id, call_id, bid_id, text, answer_by)
    values (${complaint.id}, ${complaint.callId}, ${complaint.bidId}, ${complaint.text},
      clock_timestamp() + make_interval(days => ${complaintDays}))
    on conflict do nothing returning id`)
  return rows.length === 1
}

/** Answers an open complaint; who complained about which bid, or null where it is open no longer. */
export async function answerOpenComplaint(
  tx: Transaction,
  complaint: { readonly id: ComplaintId; readonly callId: CallId; readonly upheld: boolean; readonly answer: string },
): Promise<{ bidId: BidId; bidderId: OrganisationId } | null> {
  const [row] = await tx.execute<{ bidId: BidId; bidderId: OrganisationId }>(sql`
    update complaints set state = ${complaint.upheld ? 'upheld' : 'dismissed'}, answer = ${complaint.answer}, answered_at = clock_timestamp()
    from bids where bids.id = bid_id and complaints.id = ${complaint.id} and complaints.call_id = ${complaint.callId}
      and complaints.state = 'open'
    returning bids.id as "bidId", bids.organisation_id as "bidderId"`)
  return row ?? null
}

/** Until when bidders may complain; null where nothing is decided. */
export const complainUntil = (call: {
  readonly phase: string
  readonly standstillUntil: string | null
}): ResultView['complainUntil'] =>
  call.phase === 'standstill' || call.phase === 'appeal' ? call.standstillUntil : null
