import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdayParticipantId } from '@enlace/domain'

import { texts } from '../arrays.ts'
import type { Reader } from '../open.ts'

/** How many firms of each type are admitted to a matchday, by its key. */
export async function countTypes(reader: Reader, matchdayId: MatchdayId): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.execute<{ type: string; taken: number }>(sql`
    select type, count(*)::int as taken from matchday_participants where matchday_id = ${matchdayId} and type is not null group by type`)
  return new Map(rows.map(({ type, taken }) => [type, taken]))
}

export type TypedRow = {
  readonly participantId: MatchdayParticipantId
  readonly name: string
  readonly type: string
  /** Meetings that were held, and that are still planned. */
  readonly held: number
  readonly toCome: number
  /** With how many others it is agreed. */
  readonly agreed: number
}

/** Firms of these types with how often they meet, by name; for the organiser, who sees all of it. */
export async function listTyped(reader: Reader, matchdayId: MatchdayId, types: readonly string[]): Promise<TypedRow[]> {
  if (types.length === 0) return []
  return reader.execute<TypedRow & Record<string, unknown>>(sql`
    select firms.id as "participantId", organisation.name, firms.type, meets.held, meets."toCome",
      (select count(*)::int from matchday_wishes as one join matchday_wishes as other on other.by_id = one.of_id and other.of_id = one.by_id
        where one.by_id = firms.id and one.wish <> 'no' and other.wish <> 'no') as agreed
    from matchday_participants as firms join organisations as organisation on organisation.id = firms.organisation_id
      cross join lateral (
        select count(*) filter (where state = 'held')::int as held, count(*) filter (where state = 'planned')::int as "toCome"
        from matchday_meetings where matchday_id = ${matchdayId} and firms.id in (host_id, visitor_id)) as meets
    where firms.matchday_id = ${matchdayId} and firms.type = any(${texts(types)}) order by organisation.name, firms.id`)
}
