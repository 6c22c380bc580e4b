import { sql } from 'drizzle-orm'

import {
  followUpAt,
  requestLimit,
  requestRestDays,
  stageAfter,
  type InnovationId,
  type LinkageId,
  type LinkageSide,
  type LinkageStage,
  type Move,
  type NeedId,
  type OrganisationId,
  type ProposalId,
  type Standing,
  type UserId,
} from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** A linkage as it stands until the transaction ends. */
export type LockedLinkage = Standing & {
  readonly id: LinkageId
  readonly buyerId: OrganisationId
  readonly supplierId: OrganisationId
  readonly needId: NeedId | null
  readonly buyerHidden: boolean
  readonly blockedBy: OrganisationId | null
  /** By the database's clock. */
  readonly now: Date
}

type Row = Record<string, unknown> & {
  id: LinkageId
  buyerId: OrganisationId
  supplierId: OrganisationId
  needId: NeedId | null
  buyerHidden: boolean
  stage: LinkageStage
  blockedBy: OrganisationId | null
  now: string
  kind: Move['kind'] | null
  from: LinkageStage
  to: LinkageStage
  by: LinkageSide | null
  at: string
}

const toLocked = ({
  kind,
  from,
  to,
  by,
  at,
  now,
  id,
  buyerId,
  supplierId,
  needId,
  buyerHidden,
  stage,
  blockedBy,
}: Row): LockedLinkage => ({
  ...{ id, buyerId, supplierId, needId, buyerHidden, stage, blockedBy },
  now: new Date(now),
  last: kind === null ? null : { kind, from, to, by, at: Date.parse(at) },
})

/** Keeps a linkage of the actor from changing until the transaction ends; null where there is none such, or it is no side of it. */
export async function lockLinkage(tx: Transaction, id: LinkageId): Promise<LockedLinkage | null> {
  await tx.execute(sql`select from linkages where id = ${id} for no key update`)
  const [row] = await tx.execute<Row>(sql`
    select linkages.id, buyer_id as "buyerId", supplier_id as "supplierId", need_id as "needId", buyer_hidden as "buyerHidden", stage,
      clock_timestamp() as now, last.kind, last.from_stage as "from", last.to_stage as "to", last.moved_at as at,
      case last.organisation_id when buyer_id then 'buyer' when supplier_id then 'supplier' end as by,
      (select organisation_id from linkage_blocks where linkage_id = linkages.id order by blocked_at limit 1) as "blockedBy"
    from linkages left join lateral (
      select * from linkage_moves where linkage_id = linkages.id order by seq desc limit 1
    ) as last on true
    where linkages.id = ${id}`)
  return row === undefined ? null : toLocked(row)
}

/** Writes the next line of a locked linkage's history and brings its stage and its follow-up clock level with it. */
export async function writeMove(
  tx: Transaction,
  { id, stage, now }: Pick<LockedLinkage, 'id' | 'stage' | 'now'>,
  move: Move,
  by: { readonly organisationId: OrganisationId | null; readonly userId: UserId | null; readonly reason: string },
): Promise<void> {
  await tx.execute(sql`
    insert into linkage_moves (linkage_id, seq, kind, from_stage, to_stage, organisation_id, moved_by, reason, moved_at)
    select ${id}::uuid, coalesce(max(seq), 0) + 1, ${move.kind}, ${move.from}, ${move.to}, ${by.organisationId}::uuid, ${by.userId}::uuid,
      ${by.reason}, ${now.toISOString()}::timestamptz from linkage_moves where linkage_id = ${id}`)
  const after = stageAfter(move)
  if (after === stage) return
  await tx.execute(sql`
    update linkages set stage = ${after}, since = ${now.toISOString()}, clock_round = 0,
      clock_due_at = ${followUpAt(after, now, 0)?.toISOString() ?? null} where id = ${id}`)
}

export type RequestRefusal = 'absent' | 'brokered' | 'limit' | 'resting' | 'blocked'

/**
 * A request by one side of a match, whose history the caller begins; the linkage that is there already where one is.
 * Whoever said no, or stopped, is left alone for a while.
 */
export async function insertRequest(
  tx: Transaction,
  request: {
    readonly id: LinkageId
    readonly needId: NeedId
    readonly supplierId: OrganisationId
    readonly by: OrganisationId
  },
): Promise<{ readonly id: LinkageId; readonly fresh: boolean } | { readonly refusal: RequestRefusal }> {
  const { id, needId, supplierId, by } = request
  // Two requests of one organisation wait for each other, so that it sends no more than it may.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`linkage requests of ${by}`}, 0))`)
  const [pair] = await tx.execute<{ buyerId: OrganisationId; hidden: boolean; brokered: boolean }>(sql`
    select organisation_id as "buyerId", confidentiality <> 'open' as hidden, challenge_broker(id) is not null as brokered from needs
    where id = ${needId} and state = 'published' and ${by}::uuid in (organisation_id, ${supplierId}::uuid)
      and (exists (select from matches where need_id = needs.id and supplier_id = ${supplierId})
        or exists (select from need_invitations where need_id = needs.id and supplier_id = ${supplierId}))`)
  if (pair === undefined) return { refusal: 'absent' }
  if (pair.brokered) return { refusal: 'brokered' }
  const [known] = await tx.execute<{ live: LinkageId | null; blocked: boolean; resting: boolean; asked: number }>(sql`
    select (select id from linkages where buyer_id = ${pair.buyerId} and supplier_id = ${supplierId} and stage <> 'stopped') as live,
      exists (select from linkage_blocks join linkages on linkages.id = linkage_id
        where buyer_id = ${pair.buyerId} and supplier_id = ${supplierId} and stage = 'stopped') as blocked,
      exists (select from linkages join linkage_moves on linkage_id = linkages.id and to_stage = 'stopped' and linkage_moves.organisation_id <> ${by}
        where buyer_id = ${pair.buyerId} and supplier_id = ${supplierId} and stage = 'stopped'
          and moved_at > clock_timestamp() - make_interval(days => ${requestRestDays})) as resting,
      (select count(*)::int from linkage_moves where organisation_id = ${by} and seq = 1 and from_stage = 'requested'
        and moved_at > clock_timestamp() - interval '1 day') as asked`)
  if (known === undefined) return { refusal: 'absent' }
  if (known.live !== null) return { id: known.live, fresh: false }
  if (known.blocked) return { refusal: 'blocked' }
  if (known.resting) return { refusal: 'resting' }
  if (known.asked >= requestLimit) return { refusal: 'limit' }
  const [row] = await tx.execute(sql`
    insert into linkages (id, buyer_id, supplier_id, need_id, buyer_hidden, stage)
    values (${id}, ${pair.buyerId}, ${supplierId}, ${needId}, ${pair.hidden}, 'requested')
    on conflict (buyer_id, supplier_id) where stage <> 'stopped' do nothing returning id`)
  if (row !== undefined) return { id, fresh: true }
  // The other side asked at the same moment.
  const [other] = await tx.execute<{ id: LinkageId }>(sql`
    select id from linkages where buyer_id = ${pair.buyerId} and supplier_id = ${supplierId} and stage <> 'stopped'`)
  return other === undefined ? { refusal: 'absent' } : { id: other.id, fresh: false }
}

/**
 * Begins a linkage where the buyer invited and the supplier is interested, as enlace_system; null where they did not
 * both say yes. What they began and stopped over this need before does not begin again by itself.
 */
export async function startLinkage(
  tx: Transaction,
  given: { readonly id: LinkageId; readonly needId: NeedId; readonly supplierId: OrganisationId },
): Promise<{ readonly id: LinkageId; readonly fresh: boolean } | null> {
  const [pair] = await tx.execute<{ buyerId: OrganisationId; hidden: boolean; id: LinkageId | null }>(sql`
    select needs.organisation_id as "buyerId", confidentiality <> 'open' as hidden,
      (select linkages.id from linkages where buyer_id = needs.organisation_id and linkages.supplier_id = ${given.supplierId} and stage <> 'stopped') as id
    from needs join need_invitations on need_invitations.need_id = needs.id and need_invitations.supplier_id = ${given.supplierId}
      join match_answers on match_answers.need_id = needs.id and match_answers.supplier_id = ${given.supplierId} and answer = 'interested'
    where needs.id = ${given.needId} and needs.state = 'published' and challenge_broker(needs.id) is null
      and not exists (select from linkages where need_id = needs.id and linkages.supplier_id = ${given.supplierId} and stage = 'stopped')`)
  if (pair === undefined) return null
  if (pair.id !== null) return { id: pair.id, fresh: false }
  return insertStarted(tx, { ...given, buyerId: pair.buyerId, hidden: pair.hidden, innovationId: null })
}

/** A linkage to which both sides said yes, or the one that began at the same moment. */
async function insertStarted(
  tx: Transaction,
  begun: {
    readonly id: LinkageId
    readonly buyerId: OrganisationId
    readonly supplierId: OrganisationId
    readonly needId: NeedId | null
    readonly innovationId: InnovationId | null
    readonly hidden: boolean
  },
): Promise<{ readonly id: LinkageId; readonly fresh: boolean } | null> {
  const { id, buyerId, supplierId, needId, innovationId, hidden } = begun
  const [row] = await tx.execute(sql`
    insert into linkages (id, buyer_id, supplier_id, need_id, innovation_id, buyer_hidden, stage, clock_due_at)
    values (${id}, ${buyerId}, ${supplierId}, ${needId}, ${innovationId}, ${hidden}, 'match',
      ${followUpAt('match', new Date(), 0)?.toISOString() ?? null})
    on conflict (buyer_id, supplier_id) where stage <> 'stopped' do nothing returning id`)
  if (row !== undefined) return { id, fresh: true }
  const [other] = await tx.execute<{ id: LinkageId }>(sql`
    select id from linkages where buyer_id = ${buyerId} and supplier_id = ${supplierId} and stage <> 'stopped'`)
  return other === undefined ? null : { id: other.id, fresh: false }
}

/**
 * Begins a linkage where a buyer is interested in what a supplier shows, as enlace_system; null where it is interested no
 * more, or one of them closed the room to the other.
 */
export async function startShownLinkage(
  tx: Transaction,
  given: { readonly id: LinkageId; readonly innovationId: InnovationId; readonly buyerId: OrganisationId },
): Promise<{ readonly id: LinkageId; readonly fresh: boolean } | null> {
  const [pair] = await tx.execute<{ supplierId: OrganisationId; id: LinkageId | null }>(sql`
    select innovations.organisation_id as "supplierId",
      (select id from linkages where buyer_id = ${given.buyerId} and supplier_id = innovations.organisation_id and stage <> 'stopped') as id
    from innovations join innovation_readers on innovation_id = innovations.id and innovation_readers.organisation_id = ${given.buyerId}
    where innovations.id = ${given.innovationId} and answer = 'interested'`)
  if (pair === undefined || (await isBlockedLinkage(tx, given.buyerId, pair.supplierId))) return null
  if (pair.id !== null) return { id: pair.id, fresh: false }
  return insertStarted(tx, { ...given, supplierId: pair.supplierId, needId: null, hidden: false })
}

/**
 * Begins a linkage where one of several buyers is interested in a proposal, as enlace_system; null where it is interested no
 * more, or one of them closed the room to the other. A buyer that is not named stays so until it shares its contact data.
 */
export async function startProposedLinkage(
  tx: Transaction,
  given: { readonly id: LinkageId; readonly proposalId: ProposalId; readonly buyerId: OrganisationId },
): Promise<{ readonly id: LinkageId; readonly fresh: boolean } | null> {
  const [pair] = await tx.execute<{
    supplierId: OrganisationId
    needId: NeedId
    hidden: boolean
    id: LinkageId | null
  }>(sql`
    select proposals.supplier_id as "supplierId", proposals.need_id as "needId",
      not buyer_is_named(proposals.need_id, ${given.buyerId}) as hidden,
      (select id from linkages where buyer_id = ${given.buyerId} and supplier_id = proposals.supplier_id and stage <> 'stopped') as id
    from proposals join proposal_answers as answers on answers.proposal_id = proposals.id and answers.organisation_id = ${given.buyerId}
    where proposals.id = ${given.proposalId} and answer = 'interested'`)
  if (pair === undefined || (await isBlockedLinkage(tx, given.buyerId, pair.supplierId))) return null
  if (pair.id !== null) return { id: pair.id, fresh: false }
  return insertStarted(tx, { ...given, ...pair, id: given.id, innovationId: null })
}

/** Begins a linkage of two who met on a matchday, as enlace_system; null where one of them closed the room to the other. */
export async function startMetLinkage(
  tx: Transaction,
  given: { readonly id: LinkageId; readonly buyerId: OrganisationId; readonly supplierId: OrganisationId },
): Promise<{ readonly id: LinkageId; readonly fresh: boolean } | null> {
  if (await isBlockedLinkage(tx, given.buyerId, given.supplierId)) return null
  const [known] = await tx.execute<{ id: LinkageId }>(sql`
    select id from linkages where buyer_id = ${given.buyerId} and supplier_id = ${given.supplierId} and stage <> 'stopped'`)
  if (known !== undefined) return { id: known.id, fresh: false }
  return insertStarted(tx, { ...given, needId: null, innovationId: null, hidden: false })
}

/** Whether one of the two ended their linkage by closing its room to the other. */
export async function isBlockedLinkage(
  tx: Transaction,
  buyerId: OrganisationId,
  supplierId: OrganisationId,
): Promise<boolean> {
  const [row] = await tx.execute<{ blocked: boolean }>(sql`
    select exists (select from linkage_blocks join linkages on linkages.id = linkage_id
      where buyer_id = ${buyerId} and supplier_id = ${supplierId} and stage = 'stopped') as blocked`)
  return row?.blocked ?? false
}
