import { sql } from 'drizzle-orm'

import type { LinkageView } from '@enlace/contracts'
import {
  dueRound,
  followUpAt,
  followUpDays,
  followUpOpenDays,
  isLive,
  type FollowUpAnswer,
  type FollowUpId,
  type LinkageId,
  type LinkageStage,
  type MemberActor,
  type MemberRole,
  type OrganisationId,
  type OrganisationKind,
  type UserId,
} from '@enlace/domain'

import { texts, uuids } from '../arrays.ts'
import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

const dayMs = 86_400_000
type FollowUp = LinkageView['followUps'][number]

/** What a side was asked of a linkage, newest first. */
export async function listFollowUps(tx: Transaction, id: LinkageId): Promise<FollowUp[]> {
  const rows = await tx.execute<FollowUp & Record<string, unknown>>(sql`
    select id, days, stage, asked_at as "askedAt", answer, answered_at as "answeredAt" from follow_ups
    where linkage_id = ${id} order by asked_at desc, id desc`)
  return rows.map((row) => ({ ...row, askedAt: toInstant(row.askedAt), answeredAt: toInstantOrNull(row.answeredAt) }))
}

/** The follow-up that a token speaks of and the member it speaks for; null where there is none such. Anybody may ask. */
export async function findByToken(
  tx: Transaction,
  token: string,
): Promise<{ readonly id: FollowUpId; readonly linkageId: LinkageId; readonly actor: MemberActor } | null> {
  const [row] = await tx.execute<{
    id: FollowUpId
    linkage_id: LinkageId
    user_id: UserId
    organisation_id: OrganisationId
    kind: OrganisationKind
    role: MemberRole
  }>(sql`select * from follow_up_of(${token})`)
  if (row === undefined) return null
  const { id, linkage_id: linkageId, user_id: userId, organisation_id: organisationId, kind, role } = row
  return { id, linkageId, actor: { kind: 'member', userId, organisationId, organisationKind: kind, role } }
}

/** A follow-up of the actor's side, as it stands. */
export async function readFollowUp(
  tx: Transaction,
  id: FollowUpId,
): Promise<(FollowUp & { readonly linkageId: LinkageId; readonly expired: boolean }) | null> {
  const [row] = await tx.execute<FollowUp & { linkageId: LinkageId; expired: boolean } & Record<string, unknown>>(sql`
    select id, linkage_id as "linkageId", days, stage, asked_at as "askedAt", answer, answered_at as "answeredAt",
      expires_at <= clock_timestamp() as expired
    from follow_ups where id = ${id}`)
  return row === undefined
    ? null
    : { ...row, askedAt: toInstant(row.askedAt), answeredAt: toInstantOrNull(row.answeredAt) }
}

/** Keeps the first answer to a follow-up that is still open; false where there is one, or it is too late. */
export async function keepAnswerOnce(
  tx: Transaction,
  id: FollowUpId,
  answer: FollowUpAnswer,
  by: UserId,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update follow_ups set answer = ${answer}, answered_at = clock_timestamp(), answered_by = ${by}
    where id = ${id} and answer is null and expires_at > clock_timestamp() returning id`)
  return rows.length === 1
}

/** A linkage whose clock has come round, and what its sides are to be asked. */
export type DueLinkage = {
  readonly id: LinkageId
  readonly sides: readonly OrganisationId[]
  readonly stage: LinkageStage
  /** Null where it is no time to ask after all. */
  readonly days: number | null
}

/**
 * Takes the linkage whose follow-up is due longest and that no other worker has, and sets its clock to the next round; of
 * several rounds that were missed only the last is asked. As enlace_system.
 */
export async function claimDueLinkage(tx: Transaction, now: Date): Promise<DueLinkage | null> {
  const [row] = await tx.execute<{
    id: LinkageId
    buyerId: OrganisationId
    supplierId: OrganisationId
    stage: LinkageStage
    since: string
    round: number
    stepDue: boolean
  }>(sql`
    select id, buyer_id as "buyerId", supplier_id as "supplierId", stage, since, clock_round as round,
      coalesce(step_due_at <= ${now.toISOString()}, false) as "stepDue" from linkages
    where least(clock_due_at, step_due_at) <= ${now.toISOString()} order by least(clock_due_at, step_due_at) limit 1 for no key update skip locked`)
  if (row === undefined) return null
  const since = new Date(row.since)
  const round = dueRound(since, row.round, now)
  const next = (round ?? row.round - 1) + 1
  await tx.execute(sql`
    update linkages set clock_round = ${next}, clock_due_at = ${followUpAt(row.stage, since, next)?.toISOString() ?? null},
      step_due_at = case when ${row.stepDue} then null else step_due_at end where id = ${row.id}`)
  // A step that somebody set a day for is asked about on it, whatever the rounds are.
  const sinceDays = row.stepDue && isLive(row.stage) ? Math.floor((now.getTime() - since.getTime()) / dayMs) : null
  const days = round === null ? sinceDays : (followUpDays[round] ?? null)
  return { id: row.id, sides: [row.buyerId, row.supplierId], stage: row.stage, days }
}

/** Asks a side; whoever it is, it has so many days to answer. As enlace_system. */
export async function insertFollowUp(
  tx: Transaction,
  asked: {
    readonly id: FollowUpId
    readonly linkageId: LinkageId
    readonly organisationId: OrganisationId
    readonly days: number
    readonly stage: LinkageStage
    readonly now: Date
  },
): Promise<void> {
  await tx.execute(sql`
    insert into follow_ups (id, linkage_id, organisation_id, days, stage, asked_at, expires_at)
    values (${asked.id}, ${asked.linkageId}, ${asked.organisationId}, ${asked.days}, ${asked.stage}, ${asked.now.toISOString()},
      ${asked.now.toISOString()}::timestamptz + make_interval(days => ${followUpOpenDays}))`)
}

/** Makes a token of each answer a follow-up for that person; only its hash is kept. As enlace_system. */
export async function insertFollowUpLinks(
  tx: Transaction,
  id: FollowUpId,
  people: readonly { readonly userId: UserId; readonly token: string }[],
): Promise<void> {
  await tx.execute(sql`
    insert into follow_up_links (token_hash, follow_up_id, user_id)
    select sha256(convert_to(token, 'UTF8')), ${id}, user_id
    from unnest(${texts(people.map(({ token }) => token))}, ${uuids(people.map(({ userId }) => userId))}) as one (token, user_id)`)
}
