import { sql } from 'drizzle-orm'

import { outcomeAskDays, outcomeAskUntilDays, type MatchdayId, type OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type OutcomeReminder = {
  readonly matchdayId: MatchdayId
  readonly organisationId: OrganisationId
  readonly title: string
  /** Meetings of which it did not say what became of them. */
  readonly left: number
}

/**
 * Takes all who are to be asked at `now` what became of their meetings, each once a round: a row is written for everybody
 * that is returned, and who has one already is not. As enlace_system.
 */
export async function claimOutcomeReminders(tx: Transaction, now: Date): Promise<OutcomeReminder[]> {
  const [, second] = outcomeAskDays
  return tx.execute<OutcomeReminder>(sql`
    with ended as (
      select id, content ->> 'title' as title, case when ends_at + make_interval(days => ${second}) <= ${now.toISOString()}::timestamptz then 1 else 0 end as round
      from matchdays where state in ('published', 'closed') and ends_at <= ${now.toISOString()}::timestamptz
        and ends_at + make_interval(days => ${outcomeAskUntilDays}) > ${now.toISOString()}::timestamptz
    ), missing as (
      select ended.id, title, round, people.organisation_id, count(*)::int as "left"
      from ended join matchday_meetings as meetings on meetings.matchday_id = ended.id and meetings.state <> 'cancelled'
        join matchday_participants as people on people.id in (host_id, visitor_id)
      where not exists (select from meeting_outcomes where meeting_id = meetings.id and meeting_outcomes.side = people.side and held is not null)
      group by ended.id, title, round, people.organisation_id
    ), claimed as (
      insert into outcome_reminders (matchday_id, organisation_id, round)
      select id, organisation_id, round from missing on conflict do nothing returning matchday_id, organisation_id
    )
    select matchday_id as "matchdayId", claimed.organisation_id as "organisationId", title, "left"
    from claimed join missing on missing.id = matchday_id and missing.organisation_id = claimed.organisation_id`)
}
