import { sql } from 'drizzle-orm'

import type { Answer, BuyerPart, BuyerState, Money, NeedId, OrganisationId, ProposalId, Stage } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader } from '../open.ts'

export type BuyerRow = {
  readonly id: OrganisationId
  readonly name: string
  readonly country: string | null
  readonly state: BuyerState
  readonly named: boolean
  readonly shares: boolean
  readonly number: number | null
  readonly reason: string
  readonly part: BuyerPart | null
}

/** The buyers of a challenge that the actor may know of, each with its part where the actor may read that. */
export async function listChallengeBuyers(reader: Reader, needId: NeedId): Promise<BuyerRow[]> {
  const rows = await reader.execute<BuyerRow & Record<string, unknown>>(sql`
    select organisations.id, organisations.name, organisations.country, buyers.state, buyers.named, buyers.shares, buyers.number,
      buyers.reason, parts.part
    from challenge_buyers as buyers join organisations on organisations.id = buyers.organisation_id
      left join challenge_parts as parts using (need_id, organisation_id)
    where buyers.need_id = ${needId} order by buyers.number nulls last, buyers.asked_at, organisations.id`)
  return [...rows]
}

export type ChallengePool = {
  readonly joined: number
  readonly sites: number | null
  readonly pledged: readonly Money[]
}

/** What the buyers of a challenge bring together, as far as that is told. */
export async function readPool(reader: Reader, needId: NeedId): Promise<ChallengePool> {
  const [row] = await reader.execute<ChallengePool & Record<string, unknown>>(
    sql`select joined, sites, pledged from challenge_pool(${needId})`,
  )
  return row ?? { joined: 0, sites: null, pledged: [] }
}

const shown = 50

/** Buying organisations in whose names words occur, by name. */
export async function listBuyers(reader: Reader, words: string): Promise<{ id: OrganisationId; name: string }[]> {
  const rows = await reader.execute<{ id: OrganisationId; name: string }>(sql`
    select id, name from organisations where kind = 'buyer' and strpos(lower(name), lower(${words})) > 0
    order by name, id limit ${shown}`)
  return [...rows]
}

export type AnswerRow = {
  /** Null where the buyer is not named to the actor. */
  readonly buyer: string | null
  readonly number: number | null
  readonly mine: boolean
  readonly answer: Answer
  readonly reason: string
  readonly answeredAt: string
}

/** What buyers said of a proposal, in the order of their numbers: all for its team, its own for a buyer. */
export async function listProposalAnswers(reader: Reader, id: ProposalId): Promise<AnswerRow[]> {
  const rows = await reader.execute<AnswerRow & Record<string, unknown>>(sql`
    select answers.organisation_id = acting_organisation() as mine, answers.answer, answers.reason, answers.answered_at as "answeredAt",
      buyer_number(proposals.need_id, answers.organisation_id) as number,
      case when answers.organisation_id = acting_organisation() or buyer_is_named(proposals.need_id, answers.organisation_id)
        then organisations.name end as buyer
    from proposal_answers as answers join proposals on proposals.id = answers.proposal_id
      join organisations on organisations.id = answers.organisation_id
    where answers.proposal_id = ${id} order by number, answers.answered_at`)
  return rows.map((row) => ({ ...row, answeredAt: toInstant(row.answeredAt) }))
}

/** The buyers that joined a challenge; for processes of our own. */
export async function listJoined(reader: Reader, needId: NeedId): Promise<OrganisationId[]> {
  const rows = await reader.execute<{ id: OrganisationId }>(
    sql`select organisation_id as id from challenge_buyers where need_id = ${needId} and state = 'joined' order by number`,
  )
  return rows.map(({ id }) => id)
}

/** Why a buyer left a challenge; for processes of our own. */
export async function readDeparture(reader: Reader, needId: NeedId, buyerId: OrganisationId): Promise<string> {
  const [row] = await reader.execute<{ reason: string }>(
    sql`select reason from challenge_buyers where need_id = ${needId} and organisation_id = ${buyerId}`,
  )
  return row?.reason ?? ''
}

/** Proposals to a challenge that were handed in and have not ended; for processes of our own. */
export async function listLiveProposals(
  reader: Reader,
  needId: NeedId,
): Promise<{ id: ProposalId; supplierId: OrganisationId; stage: Stage }[]> {
  const rows = await reader.execute<{ id: ProposalId; supplierId: OrganisationId; stage: Stage }>(sql`
    select id, supplier_id as "supplierId", stage from proposals
    where need_id = ${needId} and submitted_at is not null and stage not in ('contract', 'stopped', 'withdrawn') order by id`)
  return [...rows]
}
