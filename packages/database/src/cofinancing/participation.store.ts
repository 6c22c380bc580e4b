import { sql } from 'drizzle-orm'

import type { MatchdayId, OrganisationId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Reader } from '../open.ts'

/**
 * At how many earlier matchdays of the same organiser each of these firms met somebody; who registered and did not come
 * has not taken part. Firms without any are left out.
 */
export async function countParticipations(
  reader: Reader,
  before: MatchdayId,
  firms: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, number>> {
  const rows = await reader.execute<{ id: OrganisationId; times: number }>(sql`
    select firms.organisation_id as id, count(distinct earlier.id)::int as times
    from matchdays as day join matchdays as earlier on earlier.organisation_id = day.organisation_id and earlier.starts_at < day.starts_at
      join matchday_participants as firms on firms.matchday_id = earlier.id and firms.organisation_id = any(${uuids(firms)})
    where day.id = ${before} and exists (
      select from matchday_meetings as meetings
      where meetings.matchday_id = earlier.id and meetings.visitor_id = firms.id and meetings.state = 'held')
    group by 1`)
  return new Map(rows.map(({ id, times }) => [id, times]))
}
