import { sql } from 'drizzle-orm'

import type { GuestFunnel, MatchdayId } from '@enlace/domain'

import type { Reader } from '../open.ts'

/**
 * How far the firms got that were invited to a matchday, for its organiser; a firm that was invited twice counts once. Who
 * was checked in or met somebody came.
 */
export async function readFunnel(reader: Reader, matchdayId: MatchdayId): Promise<GuestFunnel> {
  const [row] = await reader.execute<GuestFunnel & Record<string, unknown>>(sql`
    with firms as (
      select coalesce(organisation_id, id) as firm, bool_or(state in ('registered', 'declined')) as answered, bool_or(state = 'registered') as registered
      from matchday_guests where matchday_id = ${matchdayId} and state <> 'withdrawn' group by 1
    ), present as (
      select people.organisation_id as firm, exists (
          select from matchday_operations where matchday_operations.matchday_id = ${matchdayId} and kind = 'check-in' and outcome = 'applied'
            and content ->> 'participantId' = people.id::text) as checked_in,
        exists (select from matchday_meetings as meetings
          where meetings.matchday_id = ${matchdayId} and people.id in (host_id, visitor_id) and meetings.state = 'held') as met
      from matchday_participants as people where people.matchday_id = ${matchdayId} and people.state = 'admitted'
    )
    select count(*)::int as invited, count(*) filter (where answered)::int as answered, count(*) filter (where registered)::int as registered,
      count(*) filter (where registered and present.firm is not null)::int as admitted,
      count(*) filter (where registered and (checked_in or met))::int as came, count(*) filter (where registered and met)::int as met
    from firms left join present using (firm)`)
  return row ?? { invited: 0, answered: 0, registered: 0, admitted: 0, came: 0, met: 0 }
}
