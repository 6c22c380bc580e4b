import { sql } from 'drizzle-orm'

import {
  introductionDays,
  type IntroductionId,
  type MatchdayId,
  type MatchdayParticipantId,
  type OrganisationId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type IntroductionRow = {
  readonly id: IntroductionId
  readonly hostId: MatchdayParticipantId
  readonly hostOrganisationId: OrganisationId
  readonly hostName: string
  readonly visitorId: MatchdayParticipantId
  readonly visitorOrganisationId: OrganisationId
  readonly visitorName: string
  readonly reason: string
  readonly agreed: boolean
  readonly late: boolean
  readonly proposedAt: string
  readonly until: string | null
}

/** The introductions of a matchday that were not withdrawn, as far as the actor may know, the newest first. */
export async function listIntroductions(
  reader: Reader,
  matchdayId: MatchdayId,
  id: IntroductionId | null = null,
): Promise<IntroductionRow[]> {
  const rows = await reader.execute<IntroductionRow & Record<string, unknown>>(sql`
    with day as materialized (select id, answers_due(content) as due_at, ends_at from matchdays where id = ${matchdayId})
    select given.id, host.id as "hostId", buyer.id as "hostOrganisationId", buyer.name as "hostName", visitor.id as "visitorId",
      supplier.id as "visitorOrganisationId", supplier.name as "visitorName", reason, agreed_at is not null as agreed,
      coalesce(until <= clock_timestamp(), false) as late, proposed_at as "proposedAt", until
    from day join matchday_introductions as given on given.matchday_id = day.id
      cross join lateral (select introduced_until(answer_by, proposed_at, due_at, ends_at) as until) as due
      join matchday_participants as host on host.id = host_id join organisations as buyer on buyer.id = host.organisation_id
      join matchday_participants as visitor on visitor.id = visitor_id join organisations as supplier on supplier.id = visitor.organisation_id
    where withdrawn_at is null and (${id}::uuid is null or given.id = ${id})
    order by proposed_at desc, given.id`)
  return rows.map((row) => ({ ...row, proposedAt: toInstant(row.proposedAt), until: toInstantOrNull(row.until) }))
}

/** The introduction of two participants that waits for answers, as far as the actor may know, or null. */
export async function readOpenIntroduction(
  reader: Reader,
  one: MatchdayParticipantId,
  other: MatchdayParticipantId,
): Promise<IntroductionId | null> {
  const [row] = await reader.execute<{ id: IntroductionId }>(sql`
    select id from matchday_introductions where withdrawn_at is null and agreed_at is null
      and (host_id, visitor_id) in ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid))`)
  return row?.id ?? null
}

type Pair = { readonly hostId: MatchdayParticipantId; readonly visitorId: MatchdayParticipantId }

/** Whether two participants are kept apart, and whether they agreed or have a meeting; as far as the actor may know. */
export async function readPair(
  reader: Reader,
  { hostId, visitorId }: Pair,
): Promise<{ readonly barred: boolean; readonly agreed: boolean }> {
  const [row] = await reader.execute<{ barred: boolean; agreed: boolean }>(sql`
    select are_kept_apart(${hostId}, ${visitorId}) as barred,
      exists (select from matchday_meetings where host_id = ${hostId} and visitor_id = ${visitorId} and state <> 'cancelled')
        or exists (select from matchday_wishes as ours join matchday_wishes as theirs on theirs.by_id = ours.of_id and theirs.of_id = ours.by_id
          where ours.by_id = ${hostId} and ours.of_id = ${visitorId} and ours.wish <> 'no' and theirs.wish <> 'no') as agreed`)
  return row ?? { barred: false, agreed: false }
}

export type KeptIntroduction = 'kept' | 'open' | 'due'

/**
 * Keeps an introduction; "open" where one of these two is open, "due" where it could not be answered until then. One that
 * nobody took up in time makes way, and one that comes after answers were due has some days of its own.
 */
export async function keepIntroduction(
  tx: Transaction,
  matchdayId: MatchdayId,
  given: Pair & { readonly id: IntroductionId; readonly reason: string; readonly answerBy: string | null },
): Promise<KeptIntroduction> {
  const { id, hostId, visitorId, reason, answerBy } = given
  await tx.execute(sql`
    update matchday_introductions as before set withdrawn_at = clock_timestamp() from matchdays
    where matchdays.id = before.matchday_id and host_id = ${hostId} and visitor_id = ${visitorId} and withdrawn_at is null
      and agreed_at is null and introduced_until(answer_by, proposed_at, answers_due(content), ends_at) <= clock_timestamp()`)
  const fits = sql`${answerBy}::timestamptz > clock_timestamp() and ${answerBy}::timestamptz <= ends_at`
  const kept = await tx.execute(sql`
    insert into matchday_introductions (id, matchday_id, host_id, visitor_id, reason, answer_by)
    select ${id}, id, ${hostId}, ${visitorId}, ${reason}, case when ${answerBy}::timestamptz is not null then ${answerBy}::timestamptz
      when answers_are_late(content) then least(clock_timestamp() + make_interval(days => ${introductionDays}), ends_at) end
    from matchdays where id = ${matchdayId} and (${answerBy}::timestamptz is null or ${fits})
    on conflict (host_id, visitor_id) where withdrawn_at is null do nothing returning id`)
  if (kept.length > 0) return 'kept'
  const [row] = await tx.execute<{ fits: boolean | null }>(
    sql`select ${fits} as fits from matchdays where id = ${matchdayId}`,
  )
  return row?.fits === false ? 'due' : 'open'
}

/** Withdraws an introduction; false where both have accepted it meanwhile or it was withdrawn. */
export async function withdrawIntroduction(tx: Transaction, id: IntroductionId): Promise<boolean> {
  const gone = await tx.execute(sql`
    update matchday_introductions set withdrawn_at = clock_timestamp()
    where id = ${id} and withdrawn_at is null and agreed_at is null returning id`)
  return gone.length > 0
}

export type IntroductionOutcome = 'absent' | 'withdrawn' | 'expired' | 'kept' | 'agreed'

/** Keeps what the acting participant says of an introduction, and says what came of it. */
export async function answerIntroduction(
  tx: Transaction,
  id: IntroductionId,
  accepts: boolean,
): Promise<IntroductionOutcome> {
  const [row] = await tx.execute<{ outcome: IntroductionOutcome }>(
    sql`select answer_introduction(${id}, ${accepts}) as outcome`,
  )
  return row?.outcome ?? 'absent'
}
