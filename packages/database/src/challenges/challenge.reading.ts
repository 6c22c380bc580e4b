import { sql, type SQL } from 'drizzle-orm'

import type {
  BriefContent,
  BriefState,
  BuyerState,
  NeedContent,
  NeedId,
  NeedState,
  OrganisationId,
  ProposalId,
  Stage,
  UserId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader } from '../open.ts'

export type BriefRow = {
  readonly state: BriefState
  readonly version: number
  readonly revision: number
  readonly content: BriefContent
  readonly quorum: number
  readonly authorId: UserId
  readonly submittedAt: string | null
  readonly decidedAt: string | null
}

/** A challenge as far as the actor may see it, with the actor's own proposal to it. */
export type ChallengeRow = {
  readonly id: NeedId
  readonly organisationId: OrganisationId
  readonly state: NeedState
  readonly content: NeedContent
  readonly createdAt: string
  readonly buyerName: string
  readonly buyerCountry: string | null
  /** Whether an agency opens it for several buyers, and how the actor stands to it as one of them. */
  readonly brokered: boolean
  readonly buyerState: BuyerState | null
  readonly brief: BriefRow | null
  /** Whether its clusters, where it has some, leave it open to the actor. */
  readonly admits: boolean
  readonly proposal: {
    readonly id: ProposalId
    readonly stage: Stage
    readonly handedInAt: string | null
    readonly dueAt: string | null
  } | null
}

type Row = Omit<ChallengeRow, 'createdAt'> & { createdAt: string } & Record<string, unknown>

const toChallenge = (row: Row): ChallengeRow => ({
  ...row,
  createdAt: toInstant(row.createdAt),
  brief: row.brief && {
    ...row.brief,
    submittedAt: toInstantOrNull(row.brief.submittedAt),
    decidedAt: toInstantOrNull(row.brief.decidedAt),
  },
  proposal: row.proposal && {
    ...row.proposal,
    handedInAt: toInstantOrNull(row.proposal.handedInAt),
    dueAt: toInstantOrNull(row.proposal.dueAt),
  },
})

const challengesWhere = (condition: SQL): SQL => sql`
  select needs.id, needs.organisation_id as "organisationId", needs.state, needs.content, needs.created_at as "createdAt",
    buyer.name as "buyerName", buyer.country as "buyerCountry", challenge_admits(needs.id) as admits,
    buyer.kind = 'agency' as brokered, acting_buyer_state(needs.id) as "buyerState",
    case when briefs.need_id is not null then json_build_object('state', briefs.state, 'version', briefs.version,
      'revision', briefs.revision, 'content', briefs.content, 'quorum', briefs.quorum, 'authorId', briefs.author_id,
      'submittedAt', briefs.submitted_at, 'decidedAt', briefs.decided_at) end as brief,
    case when own.id is not null then json_build_object('id', own.id, 'stage', own.stage, 'handedInAt', own.handed_in_at,
      'dueAt', own.due_at) end as proposal
  from needs join organisations as buyer on buyer.id = needs.organisation_id
    left join challenge_briefs as briefs on briefs.need_id = needs.id
    left join proposals as own on own.need_id = needs.id and own.supplier_id = acting_organisation()
  where needs.kind = 'challenge' and ${condition}`

/** One challenge that the actor may see, or null. */
export async function readChallenge(reader: Reader, id: NeedId): Promise<ChallengeRow | null> {
  const [row] = await reader.execute<Row>(challengesWhere(sql`needs.id = ${id}`))
  return row === undefined ? null : toChallenge(row)
}

export type ChallengePage = {
  readonly after: { readonly createdAt: string; readonly id: string } | null
  readonly limit: number
}

/** A buyer's own challenges and those it takes part in, or those with an approved brief that are open to others; newest first by keyset. */
export async function listChallenges(reader: Reader, { after, limit }: ChallengePage): Promise<ChallengeRow[]> {
  const rows = await reader.execute<Row>(sql`${challengesWhere(sql`
      (acting_owns_challenge(needs.id) or acting_buyer_state(needs.id) is not null or own.id is not null or (acting_kind() <> 'buyer' and needs.state = 'published' and briefs.state = 'approved'))
      and (${after === null} or (date_trunc('milliseconds', needs.created_at), needs.id)
        < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))`)}
    order by date_trunc('milliseconds', needs.created_at) desc, needs.id desc limit ${limit}`)
  return rows.map(toChallenge)
}

export type ChallengeClock = {
  readonly decided: number
  readonly inTime: number
  readonly waiting: number
  readonly late: number
  readonly longestDays: number
}

/** How a buyer keeps the clock that it set itself on a challenge. */
export async function readClock(reader: Reader, needId: NeedId): Promise<ChallengeClock> {
  const [row] = await reader.execute<ChallengeClock & Record<string, unknown>>(sql`
    select decided, in_time as "inTime", waiting, late, longest_days as "longestDays" from challenge_clock(${needId})`)
  return row ?? { decided: 0, inTime: 0, waiting: 0, late: 0, longestDays: 0 }
}

export type VoteRow = {
  readonly userId: UserId
  readonly name: string | null
  readonly yes: boolean
  readonly reason: string
  readonly votedAt: string
}

/** What a board said about one version of a brief, in the order in which it voted; for its own buyers. */
export async function listVotes(reader: Reader, needId: NeedId, version: number): Promise<VoteRow[]> {
  const rows = await reader.execute<VoteRow & Record<string, unknown>>(sql`
    select votes.user_id as "userId", users.name, votes.yes, votes.reason, votes.voted_at as "votedAt"
    from challenge_votes as votes left join users on users.id = votes.user_id
    where votes.need_id = ${needId} and votes.version = ${version} order by votes.voted_at, votes.user_id`)
  return rows.map((row) => ({ ...row, votedAt: toInstant(row.votedAt) }))
}

/** A colleague's name, or null. */
export async function readColleague(reader: Reader, userId: UserId): Promise<string | null> {
  const [row] = await reader.execute<{ name: string }>(sql`select name from users where id = ${userId}`)
  return row?.name ?? null
}
