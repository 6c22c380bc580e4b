import { sql, type SQL } from 'drizzle-orm'

import type { CallView } from '@enlace/contracts'
import type {
  BidState,
  CallContent,
  CallId,
  CallPart,
  CallPhase,
  CallState,
  ClusterId,
  Envelope,
  NeedId,
  OrganisationId,
  Seat,
  SeatId,
  UserId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

/** A call as its reader stands to it, at an instant of the database's clock. */
export type CallRow = CallContent & {
  /** What was written, apart from what the call has become since. */
  readonly content: CallContent
  readonly id: CallId
  readonly organisationId: OrganisationId
  readonly needId: NeedId | null
  readonly cluster: CallView['cluster']
  readonly state: CallState
  readonly version: number
  readonly phase: CallPhase
  readonly stage: Envelope | null
  readonly standstillUntil: string | null
  readonly reason: string
  readonly parts: readonly CallPart[]
  readonly bid: CallView['bid']
  readonly now: string
  readonly openers: CallView['openers']
  readonly buyer: CallView['buyer']
  readonly createdAt: string
  readonly publishedAt: string | null
}

type Row = Record<string, unknown> & {
  id: CallId
  organisation_id: OrganisationId
  need_id: NeedId | null
  cluster: CallView['cluster']
  state: CallState
  version: number
  content: CallContent
  phase: CallPhase
  stage: Envelope | null
  standstill_until: string | null
  reason: string
  now: string
  created_at: string
  published_at: string | null
  buyer_name: string
  buyer_country: string | null
  openers: { id: SeatId; organisation: string; publicKey: string | null }[]
  seats: Seat[]
  asked: boolean
  candidate: boolean
  bid_state: BidState | null
  bid_confirmed: boolean
  bid_received_at: string
  bid_told: boolean
  own: boolean
}

const partsOf = (row: Row): CallPart[] => {
  const parts: CallPart[] = [...row.seats]
  if (row.bid_state === 'submitted') parts.push('bidder')
  if (row.asked) parts.push('asked')
  if (row.candidate) parts.push('candidate')
  if (row.own) parts.push('colleague')
  // Row-level security shows an open call to every organisation.
  return parts.length > 0 ? parts : [row.version > 0 && row.content.access === 'open' ? 'onlooker' : 'stranger']
}

const toCall = (row: Row): CallRow => ({
  ...row.content,
  content: row.content,
  id: row.id,
  organisationId: row.organisation_id,
  needId: row.need_id,
  cluster: row.cluster,
  state: row.state,
  version: row.version,
  phase: row.phase,
  stage: row.stage,
  standstillUntil: toInstantOrNull(row.standstill_until),
  reason: row.reason,
  parts: partsOf(row),
  bid:
    row.bid_state === null
      ? null
      : {
          state: row.bid_state,
          confirmed: row.bid_confirmed,
          receivedAt: toInstant(row.bid_received_at),
          told: row.bid_told,
        },
  now: toInstant(row.now),
  openers: row.openers,
  buyer: { id: row.organisation_id, name: row.buyer_name, country: row.buyer_country },
  createdAt: toInstant(row.created_at),
  publishedAt: toInstantOrNull(row.published_at),
})

const columns = sql`calls.id, calls.organisation_id, calls.need_id, calls.state, calls.version, calls.content, calls.stage,
  calls.standstill_until, calls.reason, calls.created_at, calls.published_at, clock.now, call_phase(calls, clock.now) as phase,
  buyer.name as buyer_name, buyer.country as buyer_country, acting_seats(calls.id) as seats, acting_asked_to(calls.id) as asked,
  acting_kind() = 'supplier' and calls.version > 0 and (calls.access = 'open' or acting_invited_to_call(calls.id)) as candidate,
  own_bid.state as bid_state, own_bid.call_version = calls.version as bid_confirmed, own_bid.received_at as bid_received_at,
  (select json_build_object('id', clusters.id, 'name', clusters.name, 'challenge', needs.title)
    from challenge_clusters as clusters join needs on needs.id = clusters.need_id where clusters.id = calls.cluster_id) as cluster,
  exists (select from debriefs where award_id = standing_award(calls.id) and bid_id = own_bid.id) as bid_told,
  calls.organisation_id = acting_organisation() as own,
  coalesce((select json_agg(json_build_object('id', id, 'organisation', organisation, 'publicKey', public_key) order by id)
    from call_openers(calls.id)), '[]') as openers`
const from = sql`from calls join organisations as buyer on buyer.id = calls.organisation_id
  left join bids as own_bid on own_bid.call_id = calls.id and own_bid.organisation_id = acting_organisation()
  cross join (select clock_timestamp() as now) as clock`

/** One call that the actor may see, or null. */
export async function readCall(tx: Transaction, id: CallId): Promise<CallRow | null> {
  const [row] = await tx.execute<Row>(sql`select ${columns} ${from} where calls.id = ${id}`)
  return row === undefined ? null : toCall(row)
}

/**
 * One call that cannot change before the transaction ends, at the instant after the wait for it; null where the actor
 * does not see it. `shared` lets others hold it too, as all who hand in a bid do.
 */
export async function holdCall(tx: Transaction, id: CallId, how: 'alone' | 'shared'): Promise<CallRow | null> {
  const lock = how === 'alone' ? 'call' : 'call-shared'
  // Rows of others cannot be locked through row-level security, so the lock has the call's name.
  await tx.execute(
    lock === 'call'
      ? sql`select pg_advisory_xact_lock(hashtextextended(${`call ${id}`}, 0))`
      : sql`select pg_advisory_xact_lock_shared(hashtextextended(${`call ${id}`}, 0))`,
  )
  return readCall(tx, id)
}

/** Adds a draft; false where it is for a cluster that is in another call. */
export async function insertCall(
  tx: Transaction,
  call: {
    readonly id: CallId
    readonly organisationId: OrganisationId
    readonly needId: NeedId | null
    readonly clusterId: ClusterId | null
    readonly content: CallContent
    readonly by: UserId
  },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into calls (id, organisation_id, need_id, cluster_id, content, created_by)
    values (${call.id}, ${call.organisationId}, ${call.needId}, ${call.clusterId}, ${JSON.stringify(call.content)}::jsonb, ${call.by})
    on conflict (cluster_id) where state not in ('closed', 'cancelled') do nothing returning id`)
  return rows.length === 1
}

/** Writes a draft anew; the call is held. */
export async function saveCall(tx: Transaction, id: CallId, content: CallContent): Promise<void> {
  await tx.execute(
    sql`update calls set content = ${JSON.stringify(content)}::jsonb, updated_at = clock_timestamp() where id = ${id}`,
  )
}

/** Publishes a version and keeps it for ever; the call is held. The new version's number. */
export async function publishCallVersion(
  tx: Transaction,
  change: { readonly id: CallId; readonly content: CallContent; readonly reason: string; readonly by: UserId },
): Promise<number> {
  const [row] = await tx.execute<{ version: number }>(sql`
    with changed as (
      update calls set state = 'published', version = version + 1, content = ${JSON.stringify(change.content)}::jsonb,
        reason = ${change.reason}, updated_at = clock_timestamp(), published_at = coalesce(published_at, clock_timestamp())
      where id = ${change.id} returning id, version, content
    )
    insert into call_versions (call_id, version, content, reason, published_by)
    select id, version, content, ${change.reason}, ${change.by}::uuid from changed returning version`)
  if (row === undefined) throw new Error('a held call is there')
  return row.version
}

export type CallVersion = {
  readonly version: number
  readonly content: CallContent
  readonly reason: string
  readonly publishedAt: string
}
/** Every published version of a call, newest first. */
export async function listCallVersions(tx: Transaction, id: CallId): Promise<CallVersion[]> {
  const rows = await tx.execute<CallVersion & Record<string, unknown>>(sql`
    select version, content, reason, published_at as "publishedAt" from call_versions
    where call_id = ${id} order by version desc limit 200`)
  return rows.map((row) => ({ ...row, publishedAt: toInstant(row.publishedAt) }))
}

/** Moves a held call on. */
export async function moveCall(
  tx: Transaction,
  id: CallId,
  to: {
    readonly state: 'opened' | 'decided' | 'closed' | 'cancelled'
    readonly reason?: string
    readonly standstill?: boolean
  },
): Promise<void> {
  const standstill =
    to.standstill === true
      ? sql`standstill_until = clock_timestamp() + make_interval(days => (content ->> 'standstillDays')::int),`
      : sql``
  await tx.execute(sql`
    update calls set state = ${to.state}, ${standstill} reason = coalesce(${to.reason ?? null}, reason), updated_at = clock_timestamp()
    where id = ${id}`)
}

/** Notes that the open envelope of a held call is scored. */
export async function settleStage(tx: Transaction, id: CallId): Promise<void> {
  await tx.execute(sql`update calls set settled = true, updated_at = clock_timestamp() where id = ${id}`)
}

export type CallFilter = {
  readonly which: 'own' | 'open'
  readonly after: { readonly at: string; readonly id: string } | null
  readonly limit: number
}

/** Calls by keyset: those one's organisation wrote or one sits in, newest first; or those open for bids, soonest due first. */
export async function listCalls(tx: Transaction, { which, after, limit }: CallFilter): Promise<CallRow[]> {
  const key: SQL =
    which === 'own'
      ? sql`date_trunc('milliseconds', calls.created_at)`
      : sql`date_trunc('milliseconds', calls.deadline)`
  const behind =
    after === null
      ? sql`true`
      : which === 'own'
        ? sql`(${key}, calls.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
        : sql`(${key}, calls.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
  const chosen =
    which === 'own'
      ? sql`(calls.organisation_id = acting_organisation() or acting_seats(calls.id) <> '{}' or acting_asked_to(calls.id)
          or own_bid.id is not null)`
      : sql`calls.state = 'published' and calls.deadline > clock.now`
  const order = which === 'own' ? sql`${key} desc, calls.id desc` : sql`${key}, calls.id`
  const rows = await tx.execute<Row>(
    sql`select ${columns} ${from} where ${chosen} and ${behind} order by ${order} limit ${limit}`,
  )
  return rows.map(toCall)
}

/**
 * Asks suppliers by name; one that is none, or is asked already, is left out. Those who were asked now, and how many its
 * buyer asked within a day: of two calls that ask at the same time, the second counts what the first asked.
 */
export async function inviteToCall(
  tx: Transaction,
  { id, organisationId }: Pick<CallRow, 'id' | 'organisationId'>,
  suppliers: readonly OrganisationId[],
): Promise<{ readonly asked: readonly OrganisationId[]; readonly today: number }> {
  if (suppliers.length === 0) return { asked: [], today: 0 }
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`asked by ${organisationId}`}, 0))`)
  const rows = await tx.execute<{ supplier_id: OrganisationId }>(sql`
    insert into call_invitations (call_id, supplier_id) select ${id}::uuid, id from organisations
    where kind = 'supplier' and id in ${[...suppliers]} on conflict do nothing returning supplier_id`)
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from call_invitations join calls on calls.id = call_id
    where calls.organisation_id = ${organisationId} and invited_at > clock_timestamp() - interval '1 day'`)
  return { asked: rows.map(({ supplier_id }) => supplier_id), today: row?.n ?? 0 }
}

/** Whom a call asks by name, as its buyer's people see it. */
export async function listInvited(
  tx: Transaction,
  id: CallId,
): Promise<{ id: OrganisationId; name: string; invitedAt: string }[]> {
  const rows = await tx.execute<{ id: OrganisationId; name: string; invitedAt: string }>(sql`
    select organisations.id, organisations.name, invited_at as "invitedAt"
    from call_invitations join organisations on organisations.id = supplier_id
    where call_id = ${id} order by organisations.name, organisations.id limit 2000`)
  return rows.map((row) => ({ ...row, invitedAt: toInstant(row.invitedAt) }))
}
