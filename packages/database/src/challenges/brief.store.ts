import { sql } from 'drizzle-orm'

import type { BriefContent, NeedId, OrganisationId, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Lets nobody else decide anything about a challenge before the transaction ends: what is read afterwards stays so. */
export async function lockChallenge(tx: Transaction, needId: NeedId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`challenge ${needId}`}, 0))`)
}

export type SavedBrief = {
  readonly needId: NeedId
  readonly organisationId: OrganisationId
  readonly content: BriefContent
  readonly quorum: number
  readonly by: UserId
}

/** Keeps the first brief of a challenge; false where there is one already. */
export async function insertBrief(tx: Transaction, brief: SavedBrief): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into challenge_briefs (need_id, organisation_id, content, quorum, author_id)
    values (${brief.needId}, ${brief.organisationId}, ${JSON.stringify(brief.content)}::jsonb, ${brief.quorum}, ${brief.by})
    on conflict do nothing returning need_id`)
  return rows.length === 1
}

/**
 * Replaces a brief that no board has before it, where the caller saw the present revision; one that was decided becomes
 * the next version, and its last writer is its author.
 * @returns false where somebody saved before
 */
export async function replaceBrief(tx: Transaction, brief: SavedBrief, revision: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    update challenge_briefs set content = ${JSON.stringify(brief.content)}::jsonb, quorum = ${brief.quorum}, author_id = ${brief.by},
      version = case when state = 'draft' then version else version + 1 end, revision = revision + 1,
      state = 'draft', submitted_at = null, decided_at = null
    where need_id = ${brief.needId} and revision = ${revision} and state <> 'screening' returning need_id`)
  return rows.length === 1
}

/** Whether any firm has handed in a proposal to a challenge; for its buyers. */
export async function hasProposals(tx: Transaction, needId: NeedId): Promise<boolean> {
  const rows = await tx.execute(
    sql`select id from proposals where need_id = ${needId} and submitted_at is not null limit 1`,
  )
  return rows.length === 1
}

/** Lays a draft before the board; false where it is no draft at this revision. */
export async function layBefore(tx: Transaction, needId: NeedId, revision: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    update challenge_briefs set state = 'screening', submitted_at = clock_timestamp(), revision = revision + 1
    where need_id = ${needId} and revision = ${revision} and state = 'draft' returning need_id`)
  return rows.length === 1
}

/** How many colleagues may vote on what this author wrote. */
export async function countVoters(tx: Transaction, organisationId: OrganisationId, author: UserId): Promise<number> {
  const [row] = await tx.execute<{ voters: number }>(sql`
    select count(*)::int as voters from members
    where organisation_id = ${organisationId} and role in ('owner', 'buyer', 'assessor') and user_id <> ${author}`)
  return row?.voters ?? 0
}

/** Casts a vote, or changes it. */
export async function castVote(
  tx: Transaction,
  vote: {
    readonly needId: NeedId
    readonly version: number
    readonly userId: UserId
    readonly organisationId: OrganisationId
    readonly yes: boolean
    readonly reason: string
  },
): Promise<void> {
  await tx.execute(sql`
    insert into challenge_votes (need_id, version, user_id, organisation_id, yes, reason)
    values (${vote.needId}, ${vote.version}, ${vote.userId}, ${vote.organisationId}, ${vote.yes}, ${vote.reason})
    on conflict (need_id, version, user_id) do update set yes = excluded.yes, reason = excluded.reason, voted_at = clock_timestamp()`)
}

/** Notes what a board decided. */
export async function decideBrief(tx: Transaction, needId: NeedId, decision: 'approved' | 'refused'): Promise<void> {
  await tx.execute(sql`
    update challenge_briefs set state = ${decision}, decided_at = clock_timestamp(), revision = revision + 1
    where need_id = ${needId} and state = 'screening'`)
}
