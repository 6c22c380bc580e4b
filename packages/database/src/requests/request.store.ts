import { sql } from 'drizzle-orm'

import type {
  IntroductionId,
  MatchdayId,
  MatchdayParticipantId,
  OrganisationId,
  RequestKind,
  RequestState,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader } from '../open.ts'

export type RequestRow = {
  readonly kind: RequestKind
  readonly state: RequestState
  readonly introductionId: IntroductionId | null
  readonly participantId: MatchdayParticipantId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly must: boolean
  readonly reason: string
  readonly askedAt: string
  readonly until: string | null
}

/**
 * Requests that wait for the acting participant, those due soonest first, and introductions that it accepted while the other
 * has not. What the other said of an introduction is behind its wall.
 */
export async function listRequests(reader: Reader, matchdayId: MatchdayId): Promise<RequestRow[]> {
  const rows = await reader.execute<RequestRow & Record<string, unknown>>(sql`
    with day as materialized (select answers_due(content) as due, answers_are_late(content) as late, ends_at, acting_participant(id) as own from matchdays where id = ${matchdayId}),
    asked as (
      select 'wish' as kind, 'waits' as state, null::uuid as "introductionId", by_id as "participantId", wish = 'must' as must, reason,
        said_at as "askedAt", due as until
      from day join matchday_wishes as theirs on of_id = own and wish <> 'no'
      where not late and not exists (select from matchday_wishes as ours where ours.by_id = own and ours.of_id = theirs.by_id)
      union all
      select 'introduction', case when not wanted then 'waits' when until <= clock_timestamp() then 'expired' else 'accepted' end,
        given.id, other, false, given.reason, proposed_at, until
      from day join matchday_introductions as given on own in (host_id, visitor_id) and agreed_at is null and withdrawn_at is null
        cross join lateral (select case own when host_id then visitor_id else host_id end as other, introduced_until(answer_by, proposed_at, due, ends_at) as until) as also
        left join introduction_answers as answer on introduction_id = given.id and participant_id = own
        left join matchday_wishes as ours on ours.by_id = own and ours.of_id = other and ours.wish <> 'no'
        cross join lateral (select coalesce(accepts, ours.by_id is not null) as wanted) as said
      where accepts is distinct from false and (wanted or until > clock_timestamp())
    )
    select asked.*, firm.id as "organisationId", firm.name from asked
      join matchday_participants as others on others.id = "participantId" and others.state = 'admitted'
      join organisations as firm on firm.id = others.organisation_id
    order by asked.state = 'waits' desc, until nulls last, "askedAt", "participantId"`)
  return rows.map((row) => ({ ...row, askedAt: toInstant(row.askedAt), until: toInstantOrNull(row.until) }))
}
