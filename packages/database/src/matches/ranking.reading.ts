import { sql } from 'drizzle-orm'

import type { Ranking, SupplierMatch } from '@enlace/contracts'
import {
  ownWeightsVersion,
  sizeBand,
  type Answer,
  type Match,
  type NeedId,
  type OrganisationId,
  type PassportContent,
  type Weights,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader } from '../open.ts'

type Row = Record<string, unknown> & {
  supplier_id: OrganisationId
  body: Match
  rank: number
  previous_rank: number | null
  ranked_at: string
  name: string
  published: Pick<PassportContent, 'headline' | 'facts' | 'visibility'> | null
  answer: Answer | null
  answered_at: string | null
  invited: boolean
  dismissed: boolean
}

const toSupplierMatch = (row: Row): SupplierMatch => {
  const facts = row.published?.facts
  const staff = row.published?.visibility.staff === 'nobody' ? null : (facts?.staff ?? null)
  return {
    match: row.body,
    rank: row.rank,
    previousRank: row.previous_rank,
    answer: row.answer,
    answeredAt: toInstantOrNull(row.answered_at),
    invited: row.invited,
    dismissed: row.dismissed,
    rankedAt: toInstant(row.ranked_at),
    supplier: {
      id: row.supplier_id,
      name: row.name,
      headline: row.published?.headline ?? '',
      country: facts?.country ?? null,
      region: facts?.region ?? null,
      staff,
      size: sizeBand(staff),
      languages: [...(facts?.languages ?? [])],
    },
  }
}

/**
 * A need's ranked list with each supplier's standing, in one statement; null where the actor does not own the need.
 * @param supplierId where given, only that row
 */
export async function readRanking(
  reader: Reader,
  needId: NeedId,
  supplierId: OrganisationId | null = null,
): Promise<Ranking | null> {
  const rows = await reader.execute<
    Row & {
      need_version: number
      weights_version: number
      own_weights: Weights | null
      considered: number | null
      degraded: boolean | null
      partial: boolean | null
      list_ranked_at: string | null
    }
  >(sql`
    select needs.version as need_version, needs.weights_version, need_weights.weights as own_weights, rankings.considered, rankings.degraded, rankings.partial, rankings.ranked_at as list_ranked_at,
      matches.supplier_id, matches.body, matches.rank, matches.previous_rank, matches.ranked_at,
      organisations.name,
      jsonb_build_object('headline', passports.published -> 'headline', 'facts', passports.published -> 'facts',
        'visibility', passports.published -> 'visibility') as published,
      match_answers.answer, match_answers.answered_at,
      need_invitations.supplier_id is not null as invited, match_dismissals.supplier_id is not null as dismissed
    from needs
    left join rankings on rankings.need_id = needs.id
    left join need_weights on need_weights.need_id = needs.id and need_weights.version = needs.weights_version
    left join matches on matches.need_id = needs.id
      and (${supplierId}::uuid is null or matches.supplier_id = ${supplierId}::uuid)
    left join organisations on organisations.id = matches.supplier_id
    left join passports on passports.organisation_id = matches.supplier_id and passports.state = 'published'
    left join match_answers on match_answers.need_id = needs.id and match_answers.supplier_id = matches.supplier_id
    left join need_invitations on need_invitations.need_id = needs.id and need_invitations.supplier_id = matches.supplier_id
    left join match_dismissals on match_dismissals.need_id = needs.id and match_dismissals.supplier_id = matches.supplier_id
    where needs.id = ${needId} and (pg_has_role(current_user, 'enlace_system', 'usage') or acting_owns_need(needs.id))
    order by matches.rank`)
  const [first] = rows
  if (first === undefined) return null
  return {
    needId,
    needVersion: first.need_version,
    rankedAt: toInstantOrNull(first.list_ranked_at),
    considered: first.considered ?? 0,
    degraded: first.degraded ?? false,
    partial: first.partial ?? false,
    ownWeights:
      first.own_weights === null ? null : { version: ownWeightsVersion(first.weights_version), ...first.own_weights },
    items: rows.filter((row) => row.supplier_id !== null).map(toSupplierMatch),
  }
}
