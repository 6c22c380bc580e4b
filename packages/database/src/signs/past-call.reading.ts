import { sql } from 'drizzle-orm'

import {
  totalOf,
  type AwardCriterion,
  type BidId,
  type CallContent,
  type CallId,
  type EnvelopeContent,
  type GivenScore,
  type OrganisationId,
  type PastBid,
  type PastCall,
  type PastCard,
  type UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

/** Calls of a buyer that are looked back on. */
const remembered = 200

type CallRow = Record<string, unknown> & {
  id: CallId
  content: CallContent
  published_at: string
  deadline: string
  decided_at: string
  changed: boolean
  seats: readonly { readonly seat: string; readonly id: UserId; readonly name: string }[]
  winner: BidId | null
}
type BidRow = Record<string, unknown> & {
  id: BidId
  call_id: CallId
  bidder_id: OrganisationId
  bidder: string
  openings: readonly { readonly content: EnvelopeContent | null; readonly passed: boolean | null }[]
  people: readonly string[]
  domains: readonly string[]
  joined: readonly OrganisationId[]
}
type CardRow = Record<string, unknown> & {
  call_id: CallId
  bid_id: BidId
  user_id: UserId
  name: string
  scores: readonly GivenScore[]
}

/** The calls of a buyer whose award stands approved, the oldest first. */
const listCalls = (tx: Transaction, buyerId: OrganisationId): Promise<CallRow[]> =>
  tx
    .execute<CallRow>(sql`
    select calls.id, calls.content, calls.published_at, calls.deadline, awards.approved_at as decided_at, awards.bid_id as winner,
      exists (select from (select published_at, content -> 'criteria' as criteria, lag(content -> 'criteria') over (order by version) as before
        from call_versions where call_id = calls.id) as versions
        where before is not null and before <> criteria
          and published_at > (select min(asked_at) from question_askers where call_id = calls.id)) as changed,
      (select coalesce(json_agg(json_build_object('seat', seat, 'id', users.id, 'name', users.name) order by named_at, call_seats.id), '[]')
        from call_seats join users on users.id = call_seats.user_id where call_id = calls.id and seat in ('author', 'evaluator')) as seats
    from calls join awards on awards.call_id = calls.id and awards.fell_at is null and awards.approved_at is not null
    where calls.organisation_id = ${buyerId} and calls.state in ('decided', 'closed')
    order by awards.approved_at desc, calls.id limit ${remembered}`)
    .then((rows) => [...rows].toReversed())

/** The bids of these calls that were opened, with whom their bidders share. */
const listBids = (tx: Transaction, callIds: readonly CallId[]): Promise<BidRow[]> =>
  tx
    .execute<BidRow>(sql`
    select bids.id, bids.call_id, bidder.id as bidder_id, bidder.name as bidder,
      (select json_agg(json_build_object('content', content, 'passed', passed)) from bid_openings where bid_id = bids.id) as openings,
      array(select user_id::text from members where organisation_id = bidder.id order by 1) as people,
      array(select distinct mail_domain(users.email) from members join users on users.id = members.user_id
        where members.organisation_id = bidder.id and not is_public_mail(mail_domain(users.email)) order by 1) as domains,
      array(select case when survivor_id = bidder.id then absorbed_id else survivor_id end from supplier_merges
        where bidder.id in (survivor_id, absorbed_id) and undone_at is null) as joined
    from bids join organisations as bidder on bidder.id = bids.organisation_id
    where bids.call_id = any(${uuids(callIds)}) and exists (select from bid_openings where bid_id = bids.id)
    order by bids.received_at, bids.id`)
    .then((rows) => [...rows])

const listCards = (tx: Transaction, callIds: readonly CallId[]): Promise<CardRow[]> =>
  tx
    .execute<CardRow>(sql`
    select given.call_id, given.bid_id, given.user_id, users.name,
      json_agg(json_build_object('bidId', given.bid_id, 'criterion', given.criterion, 'score', given.score)) as scores
    from panel_scores as given join scorecards using (call_id, envelope, user_id) join users on users.id = given.user_id
    where given.call_id = any(${uuids(callIds)}) group by 1, 2, 3, 4 order by 2, 3`)
    .then((rows) => [...rows])

/** Sum over all lots; null where one is not priced. */
function totalIn(openings: BidRow['openings']): number | null {
  const prices = openings.flatMap(({ content }) => content?.prices ?? [])
  return prices.length === 0 || prices.includes(null)
    ? null
    : prices.reduce<number>((sum, price) => sum + (price ?? 0), 0)
}

/** What an evaluator gave of all that it was asked to give, 0..1. */
function shareOf(criteria: readonly AwardCriterion[], { bid_id, scores }: CardRow): number {
  const asked = criteria.filter(({ key }) => scores.some(({ criterion }) => criterion === key))
  const weight = asked.reduce((sum, criterion) => sum + criterion.weight, 0)
  return weight === 0 ? 0 : totalOf(criteria, scores, bid_id) / weight
}

/** Everything that the rules of signs look at in a buyer's past calls. As enlace_system, for the worker alone. */
export async function readPastCalls(tx: Transaction, buyerId: OrganisationId): Promise<readonly PastCall[]> {
  const calls = await listCalls(tx, buyerId)
  const ids = calls.map(({ id }) => id)
  const [bids, cards] = [await listBids(tx, ids), await listCards(tx, ids)]
  const scores = await tx.execute<GivenScore & Record<string, unknown>>(sql`
    select bid_id as "bidId", criterion, score from bid_scores where call_id = any(${uuids(ids)})`)
  return calls.map((call) => {
    const { criteria, envelopes, fields, text, title, currency } = call.content
    const pastBid = (row: BidRow): PastBid => ({
      id: row.id,
      bidderId: row.bidder_id,
      bidder: row.bidder,
      texts: row.openings.flatMap(({ content }) => content?.answers.map((answer) => answer.text) ?? []),
      total: totalIn(row.openings),
      score: scores.some(({ bidId }) => bidId === row.id) ? totalOf(criteria, scores, row.id) : null,
      passed: row.openings.filter(({ passed }) => passed === true).length === envelopes.length,
      people: row.people,
      domains: row.domains,
      joined: row.joined,
    })
    const pastCard = (row: CardRow): PastCard => ({
      evaluatorId: row.user_id,
      evaluator: row.name,
      bidId: row.bid_id,
      share: shareOf(criteria, row),
    })
    const [author] = call.seats.filter(({ seat }) => seat === 'author')
    return {
      id: call.id,
      title,
      currency,
      publishedAt: toInstant(call.published_at),
      deadline: toInstant(call.deadline),
      decidedAt: toInstant(call.decided_at),
      texts: [text, ...fields.map(({ label }) => label)],
      criteriaChangedAfterQuestions: call.changed,
      author: author === undefined ? null : { id: author.id, name: author.name },
      evaluators: call.seats.filter(({ seat }) => seat === 'evaluator').map(({ id, name }) => ({ id, name })),
      bids: bids.filter(({ call_id }) => call_id === call.id).map(pastBid),
      winnerBidId: call.winner,
      cards: cards.filter(({ call_id }) => call_id === call.id).map(pastCard),
    }
  })
}
