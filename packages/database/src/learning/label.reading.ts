import { sql, type SQL } from 'drizzle-orm'

import {
  gradeOf,
  outcomes,
  type CriterionId,
  type GovernanceType,
  type Label,
  type NeedId,
  type OrganisationId,
  type Outcome,
  type SeenPlace,
} from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader } from '../open.ts'

/** More than this and older ones say nothing that the later do not. */
const labelsLimit = 20_000

/** Where each outcome is kept. Total: an outcome that nobody keeps yet is null until it has its line. */
const kept: Readonly<Record<Outcome, SQL | null>> = {
  view: sql`select need_id, supplier_id from match_impressions where opened_at is not null`,
  interest: sql`select need_id, supplier_id from match_answers where answer = 'interested'`,
  invited: sql`select need_id, supplier_id from need_invitations`,
  bid: null,
  shortlisted: sql`select need_id, supplier_id from match_choices where choice = 'shortlisted'`,
  awarded: sql`select need_id, supplier_id from match_choices where choice = 'awarded'`,
}
const came = sql.join(
  outcomes.flatMap((outcome) => {
    const rows = kept[outcome]
    return rows === null
      ? []
      : [sql`select need_id, supplier_id, ${sql.raw(String(gradeOf(outcome)))} as grade from (${rows}) as rows`]
  }),
  sql` union all `,
)

/** What there is to learn from: what buyers were shown in needs that they decided about, and what came of it. */
export async function readLabels(reader: Reader): Promise<Label[]> {
  const rows = await reader.execute<{
    need_id: NeedId
    supplier_id: OrganisationId
    governance: GovernanceType
    decided_at: string
    position: number
    found: Partial<Record<CriterionId, number | null>>
    barred: boolean
    grade: number
    small: boolean
    fresh: boolean
  }>(sql`
    with labelled as materialized (
      select * from labelled_impressions() order by decided_at desc limit ${labelsLimit}
    ), graded as (
      select need_id, supplier_id, max(grade) as grade from (${came}) as came
      where need_id in (select need_id from labelled) group by need_id, supplier_id
    )
    select shown.need_id, shown.supplier_id, needs.content ->> 'governance' as governance, labelled.decided_at, shown.position,
      shown.found, shown.barred, coalesce(graded.grade, 0) as grade,
      coalesce((passports.published -> 'facts' ->> 'staff')::numeric < 50, false) as small,
      coalesce((select min(published_at) from passport_versions where organisation_id = shown.supplier_id)
        > shown.shown_at - interval '90 days', false) as fresh
    from labelled
    join match_impressions as shown using (need_id, supplier_id, need_version, weights)
    join needs on needs.id = shown.need_id
    left join graded using (need_id, supplier_id)
    left join passports on passports.organisation_id = shown.supplier_id`)
  return rows.map(({ need_id, supplier_id, decided_at, ...row }) => ({
    ...row,
    needId: need_id,
    supplierId: supplier_id,
    decidedAt: toInstant(decided_at),
  }))
}

/** How often each place of a list was listed and seen, over all needs of which anything was seen. */
export async function readSeenPlaces(reader: Reader): Promise<SeenPlace[]> {
  const rows = await reader.execute<SeenPlace & Record<string, unknown>>(sql`
    with seen as (
      select distinct need_id, position from match_impressions
    ), listed as (
      select matches.need_id, matches.rank as position from matches where need_id in (select need_id from seen)
      union select need_id, position from seen
    )
    select listed.position, count(*)::int as listed, count(seen.position)::int as seen
    from listed left join seen using (need_id, position) group by listed.position order by listed.position`)
  return [...rows]
}
