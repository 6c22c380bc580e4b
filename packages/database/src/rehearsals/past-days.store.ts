import { sql } from 'drizzle-orm'

import type { MatchdayId } from '@enlace/domain'

import type { Reader } from '../open.ts'

/** What came of a matchday that is over, in numbers. */
export type PastDay = {
  readonly hosts: number
  readonly visitors: number
  /** Wishes of visitors, and those that were answered with a wish. */
  readonly wishes: number
  readonly agreed: number
  readonly held: number
  readonly missed: number
}

/** Matchdays of the acting organisation that are over and had somebody, the newest first. */
export async function listPastDays(reader: Reader, limit: number): Promise<PastDay[]> {
  return reader.execute<PastDay>(sql`
    select firms.hosts, firms.visitors, said.wishes, said.agreed, met.held, met.missed
    from matchdays as day
      cross join lateral (
        select count(*) filter (where side = 'host')::int as hosts, count(*) filter (where side = 'visitor')::int as visitors
        from matchday_participants where matchday_id = day.id and state = 'admitted'
      ) as firms
      cross join lateral (
        select count(*)::int as wishes, count(back.by_id)::int as agreed
        from matchday_wishes as asked
          join matchday_participants as visitor on visitor.id = asked.by_id and visitor.side = 'visitor'
          left join matchday_wishes as back on back.by_id = asked.of_id and back.of_id = asked.by_id and back.wish <> 'no'
        where asked.matchday_id = day.id and asked.wish <> 'no'
      ) as said
      cross join lateral (
        select count(*) filter (where state = 'held')::int as held, count(*) filter (where state = 'missed')::int as missed
        from matchday_meetings where matchday_id = day.id
      ) as met
    where day.organisation_id = acting_organisation() and day.state in ('published', 'closed') and day.ends_at < now()
      and firms.hosts > 0 and firms.visitors > 0
    order by day.ends_at desc, day.id limit ${limit}`)
}

/** Firms of each side by the language they named first, at one matchday; and how many named several. */
export async function countLanguages(
  reader: Reader,
  matchdayId: MatchdayId,
): Promise<{ language: string; hosts: number; visitors: number; several: number }[]> {
  return reader.execute(sql`
    select languages[1] as language, count(*) filter (where side = 'host')::int as hosts,
      count(*) filter (where side = 'visitor')::int as visitors, count(*) filter (where cardinality(languages) > 1)::int as several
    from matchday_participants
    where matchday_id = ${matchdayId} and state in ('applied', 'admitted') and cardinality(languages) > 0
    group by 1 order by count(*) desc, 1 limit 20`)
}
