import { sql } from 'drizzle-orm'

import type { EnvelopeBody, OwnBid } from '@enlace/contracts'
import type {
  BidContent,
  BidId,
  BidState,
  CallId,
  Envelope,
  EnvelopeContent,
  OrganisationId,
  UserId,
} from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

type Row = Record<string, unknown> & {
  id: BidId
  call_id: CallId
  state: BidState
  revision: number
  call_version: number
  current_version: number
  received_at: string
  digest: string
  log_index: string | null
  plain: BidContent | null
}
/** An own bid; what the audit log says of it is read there. */
export type OwnBidRow = Omit<OwnBid, 'receipt'> & {
  readonly receipt: Omit<OwnBid['receipt'], 'log'>
  readonly logIndex: number
}
const toOwnBid = (row: Row): OwnBidRow => ({
  id: row.id,
  state: row.state,
  callVersion: row.call_version,
  confirmed: row.call_version === row.current_version,
  receipt: {
    bidId: row.id,
    callId: row.call_id,
    revision: row.revision,
    digest: row.digest,
    receivedAt: toInstant(row.received_at),
  },
  logIndex: Number(row.log_index),
  content: row.plain,
})

/** The acting organisation's own bid in a call, or null. */
export async function readOwnBid(tx: Transaction, callId: CallId): Promise<OwnBidRow | null> {
  const [row] = await tx.execute<Row>(sql`
    select bids.id, call_id, bids.state, revision, call_version, calls.version as current_version, received_at, digest, log_index,
      (select json_object_agg(envelope, body -> 'plain') from bid_envelopes
        where bid_id = bids.id and bid_envelopes.revision = bids.revision and body ? 'plain') as plain
    from bids join calls on calls.id = call_id
    where call_id = ${callId} and bids.organisation_id = acting_organisation()`)
  return row === undefined ? null : toOwnBid(row)
}

export type HandedIn = {
  readonly id: BidId
  readonly callId: CallId
  readonly organisationId: OrganisationId
  readonly by: UserId
  readonly revision: number
  readonly callVersion: number
  readonly digest: string
  readonly envelopes: Readonly<Partial<Record<Envelope, EnvelopeBody>>>
}

/**
 * Keeps a bid, or the next revision of it, as received now: one reading of the clock is held against the deadline and
 * stands in the receipt. `late` after the deadline, `stale` where the revision is not the next one. The call is held.
 */
export async function handInBid(
  tx: Transaction,
  bid: HandedIn,
): Promise<{ readonly receivedAt: string } | 'late' | 'stale'> {
  const [row] = await tx.execute<{ received_at: string | null; in_time: boolean }>(sql`
    with clock as materialized (select clock_timestamp() as now),
    timely as (select clock.now, call_phase(calls, clock.now) = 'tendering' as in_time from calls, clock where calls.id = ${bid.callId}),
    kept as (
      insert into bids (id, call_id, organisation_id, state, revision, call_version, submitted_by, received_at, digest)
      select ${bid.id}::uuid, ${bid.callId}::uuid, ${bid.organisationId}::uuid, 'submitted', ${bid.revision}::int,
        ${bid.callVersion}::int, ${bid.by}::uuid, timely.now, ${bid.digest}
      from timely where in_time and (exists (select from bids where id = ${bid.id} and revision = ${bid.revision}::int - 1)
        or (${bid.revision}::int = 1 and bid_is_new(${bid.id})))
      on conflict (call_id, organisation_id) do update set state = 'submitted', revision = excluded.revision,
        call_version = excluded.call_version, submitted_by = excluded.submitted_by, received_at = excluded.received_at,
        digest = excluded.digest
      where bids.id = excluded.id and bids.revision = excluded.revision - 1
      returning received_at
    )
    select (select received_at from kept) as received_at, in_time from timely`)
  if (row === undefined || !row.in_time) return 'late'
  if (row.received_at === null) return 'stale'
  await tx.execute(sql`
    insert into bid_envelopes (bid_id, revision, envelope, body)
    select ${bid.id}::uuid, ${bid.revision}::int, key, value from jsonb_each(${JSON.stringify(bid.envelopes)}::jsonb)`)
  return { receivedAt: toInstant(row.received_at) }
}

/** Notes where the audit log tells that a bid was handed in. */
export async function noteLogIndex(tx: Transaction, id: BidId, index: number): Promise<void> {
  await tx.execute(sql`update bids set log_index = ${index} where id = ${id}`)
}

/** Notes that a bid answers the present version of its call; false after the deadline. The call is held. */
export async function confirmOwnBid(tx: Transaction, callId: CallId, callVersion: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    update bids set call_version = ${callVersion} from calls
    where calls.id = call_id and call_id = ${callId} and bids.organisation_id = acting_organisation()
      and bids.state = 'submitted' and call_phase(calls, clock_timestamp()) = 'tendering' returning bids.id`)
  return rows.length === 1
}

/** Takes the own bid back; its id, or null after the deadline or where there is none. The call is held. */
export async function withdrawOwnBid(tx: Transaction, callId: CallId): Promise<BidId | null> {
  const [row] = await tx.execute<{ id: BidId }>(sql`
    update bids set state = 'withdrawn' from calls
    where calls.id = call_id and call_id = ${callId} and bids.organisation_id = acting_organisation()
      and bids.state = 'submitted' and call_phase(calls, clock_timestamp()) = 'tendering' returning bids.id`)
  return row?.id ?? null
}

export type LiveEnvelope = { readonly bidId: BidId; readonly revision: number; readonly body: EnvelopeBody }

/**
 * The next envelope of every bid that is still in: handed in, confirmed for the last version and, after the first
 * envelope, not left behind. Empty for whoever may not open it now.
 */
export async function listLiveEnvelopes(tx: Transaction, callId: CallId, envelope: Envelope): Promise<LiveEnvelope[]> {
  const rows = await tx.execute<LiveEnvelope & Record<string, unknown>>(sql`
    select bids.id as "bidId", bids.revision, body
    from bids join calls on calls.id = bids.call_id
    join bid_envelopes on bid_id = bids.id and bid_envelopes.revision = bids.revision and envelope = ${envelope}
    where bids.call_id = ${callId} and bids.state = 'submitted' and bids.call_version = calls.version
      and not exists (select from bids_left(${callId}) as left_bid where left_bid = bids.id)
    order by bids.id`)
  return [...rows]
}

export type Opened = { readonly bidId: BidId; readonly content: EnvelopeContent | null; readonly fault: string | null }

/** Keeps what opened envelopes hold. */
export async function storeOpenings(
  tx: Transaction,
  callId: CallId,
  envelope: Envelope,
  opened: readonly Opened[],
): Promise<void> {
  if (opened.length === 0) return
  await tx.execute(sql`
    insert into bid_openings (bid_id, call_id, envelope, content, fault)
    select "bidId", ${callId}::uuid, ${envelope}, content, fault
    from jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) as opened ("bidId" uuid, content jsonb, fault text)`)
}
