import { sql } from 'drizzle-orm'

import type { Ranking, SupplierMatch } from '@enlace/contracts'
import {
  ownWeightsVersion,
  sizeBand,
  type Answer,
  type Choice,
  type LiftReason,
  type Match,
  type NeedId,
  type OrganisationId,
  type PassportContent,
  type WeightProfile,
  type Weights,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader } from '../open.ts'
import { rankingLimit } from './match.store.ts'

type Row = Record<string, unknown> & {
  supplier_id: OrganisationId
  body: Match
  rank: number
  previous_rank: number | null
  lifted: LiftReason | null
  ranked_at: string
  name: string
  /** Nothing where the passport was withdrawn since: the list stands as a record. */
  published: { readonly [Field in 'headline' | 'facts' | 'visibility']: PassportContent[Field] | null } | null
  answer: Answer | null
  answered_at: string | null
  invited: boolean
  dismissed: boolean
  choice: Choice | null
}

const toSupplierMatch = (row: Row): SupplierMatch => {
  const facts = row.published?.facts
  const staff = row.published?.visibility?.staff === 'nobody' ? null : (facts?.staff ?? null)
  return {
    match: row.body,
    rank: row.rank,
    previousRank: row.previous_rank,
    lifted: row.lifted,
    answer: row.answer,
    answeredAt: toInstantOrNull(row.answered_at),
    invited: row.invited,
    dismissed: row.dismissed,
    choice: row.choice,
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
      learned_weights: WeightProfile | null
      considered: number | null
      degraded: boolean | null
      partial: boolean | null
      held: number | null
      list_ranked_at: string | null
    }
  >(sql`
    select needs.version as need_version, needs.weights_version, need_weights.weights as own_weights,
      (select weights -> (needs.content ->> 'governance') from model_versions where state = 'champion') as learned_weights,
      rankings.considered, rankings.degraded, rankings.partial, rankings.held, rankings.ranked_at as list_ranked_at,
      matches.supplier_id, matches.body, matches.rank, matches.previous_rank, matches.lifted, matches.ranked_at,
      organisations.name,
      jsonb_build_object('headline', passports.published -> 'headline', 'facts', passports.published -> 'facts',
        'visibility', passports.published -> 'visibility') as published,
      match_answers.answer, match_answers.answered_at,
      need_invitations.supplier_id is not null as invited, match_dismissals.supplier_id is not null as dismissed, match_choices.choice
    from needs
    left join rankings on rankings.need_id = needs.id
    left join need_weights on need_weights.need_id = needs.id and need_weights.version = needs.weights_version
    left join matches on matches.need_id = needs.id
      and case when ${supplierId}::uuid is null then matches.rank <= ${rankingLimit} else matches.supplier_id = ${supplierId}::uuid end
    left join organisations on organisations.id = matches.supplier_id
    left join passports on passports.organisation_id = matches.supplier_id and passports.state = 'published'
    left join match_answers on match_answers.need_id = needs.id and match_answers.supplier_id = matches.supplier_id
    left join need_invitations on need_invitations.need_id = needs.id and need_invitations.supplier_id = matches.supplier_id
    left join match_dismissals on match_dismissals.need_id = needs.id and match_dismissals.supplier_id = matches.supplier_id
    left join match_choices on match_choices.need_id = needs.id and match_choices.supplier_id = matches.supplier_id
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
    held: first.held ?? 0,
    ownWeights:
      first.own_weights === null ? null : { version: ownWeightsVersion(first.weights_version), ...first.own_weights },
    learnedWeights: first.learned_weights,
    items: rows.filter((row) => row.supplier_id !== null).map(toSupplierMatch),
  }
}
