import { sql } from 'drizzle-orm'

import type {
  MatchdayId,
  MatchdaySide,
  MeetingId,
  OrganisationId,
  MeetingOutcome,
  OutcomeVerdict,
  UserId,
} from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'

/** What the acting side said of a meeting, and what both answers come to. */
export type OutcomeRow = MeetingOutcome & {
  readonly meetingId: MeetingId
  readonly verdict: OutcomeVerdict
  readonly revision: number
}

type Row = Record<string, unknown> & Omit<OutcomeRow, 'value'> & { amountMinor: number | null; currency: string | null }

/** What the acting organisation said of its meetings at a matchday. */
export async function listOutcomes(reader: Reader, matchdayId: MatchdayId): Promise<OutcomeRow[]> {
  const rows = await reader.execute<Row>(sql`
    select meeting_id as "meetingId", held, interest, next_step as "nextStep", next_by as "nextBy", next_on::text as "nextOn",
      amount_minor::float8 as "amountMinor", currency, meeting_outcomes.note, revision,
      case when held is null then 'open' else outcome_verdict(meeting_id) end as verdict
    from meeting_outcomes join matchday_meetings on matchday_meetings.id = meeting_id
    where matchday_id = ${matchdayId} and organisation_id = acting_organisation()`)
  return rows.map(({ amountMinor, currency, ...row }) => ({
    ...row,
    value: amountMinor === null || currency === null ? null : { amountMinor, currency },
  }))
}

/** Keeps what a side says of a meeting where it says it of the revision that stands; false where a colleague was quicker. */
export async function keepOutcome(
  tx: Transaction,
  { meetingId, organisationId, side, userId }: OutcomeBy,
  said: MeetingOutcome,
  revision: number,
): Promise<boolean> {
  const { held, interest, nextStep, nextBy, nextOn, value, note } = said
  const values = sql`${held}, ${interest}, ${nextStep}, ${nextBy}, ${nextOn}::date, ${value?.amountMinor ?? null}, ${value?.currency ?? null}, ${note}, ${userId}`
  const columns = sql`held, interest, next_step, next_by, next_on, amount_minor, currency, note, said_by`
  const rows =
    revision === 0
      ? await tx.execute(sql`
          insert into meeting_outcomes (meeting_id, organisation_id, side, ${columns})
          values (${meetingId}, ${organisationId}, ${side}, ${values}) on conflict do nothing returning revision`)
      : await tx.execute(sql`
          update meeting_outcomes set (${columns}) = row (${values}), revision = revision + 1, changed_at = clock_timestamp()
          where meeting_id = ${meetingId} and side = ${side} and revision = ${revision} returning revision`)
  return rows.length === 1
}

export type OutcomeBy = {
  readonly meetingId: MeetingId
  readonly organisationId: OrganisationId
  readonly side: MatchdaySide
  readonly userId: UserId
}

/**
 * Sets when the next step is due that two said after they met, into the clock of their linkage; the earliest of those that
 * are still to come. As enlace_system.
 */
export async function feedClock(tx: Transaction, buyerId: OrganisationId, supplierId: OrganisationId): Promise<void> {
  await tx.execute(sql`
    update linkages set step_due_at = (
      select min(next_on) + interval '1 day' from meeting_outcomes join matchday_meetings on matchday_meetings.id = meeting_id
        join matchday_participants as host on host.id = host_id join matchday_participants as visitor on visitor.id = visitor_id
      where host.organisation_id = ${buyerId} and visitor.organisation_id = ${supplierId} and next_on >= current_date)
    where buyer_id = ${buyerId} and supplier_id = ${supplierId} and stage not in ('requested', 'stopped')`)
}
