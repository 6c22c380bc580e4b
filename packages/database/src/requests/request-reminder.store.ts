import { sql } from 'drizzle-orm'

import { answerReminderDays, type MatchdayId, type OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type RequestReminder = {
  readonly matchdayId: MatchdayId
  readonly organisationId: OrganisationId
  readonly title: string
  /** Requests that it did not answer. */
  readonly left: number
}

/**
 * Takes all who at `now` have requests to answer that are due soon, each once at a matchday: a row is written for everybody
 * that is returned, and who has one already is not. As enlace_system.
 */
export async function claimRequestReminders(tx: Transaction, now: Date): Promise<RequestReminder[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  return tx.execute<RequestReminder>(sql`
    with due as (
      select id, content ->> 'title' as title from matchdays where state in ('open', 'published')
        and answers_due(content) > ${at}
        and answers_due(content) <= ${at} + make_interval(days => ${answerReminderDays})
    ), asked as (
      select of_id as own, by_id as other from matchday_wishes where wish <> 'no' and matchday_id in (select id from due)
      union all
      select own, other from matchday_introductions cross join lateral (values (host_id, visitor_id), (visitor_id, host_id)) as sides (own, other)
      where agreed_at is null and withdrawn_at is null and matchday_id in (select id from due)
        and not exists (select from introduction_answers where introduction_id = matchday_introductions.id and participant_id = own)
    ), waiting as (
      select people.id, people.matchday_id, people.organisation_id, count(*)::int as "left"
      from asked join matchday_participants as people on people.id = own and people.state = 'admitted'
        join matchday_participants as others on others.id = other and others.state = 'admitted'
      where not exists (select from matchday_wishes as said where said.by_id = own and said.of_id = other)
        and not exists (select from never_meets where (host_id, visitor_id) in ((own, other), (other, own)))
      group by people.id
    ), claimed as (
      insert into request_reminders (participant_id) select id from waiting on conflict do nothing returning participant_id
    )
    select matchday_id as "matchdayId", organisation_id as "organisationId", title, "left"
    from claimed join waiting on waiting.id = participant_id join due on due.id = matchday_id`)
}
