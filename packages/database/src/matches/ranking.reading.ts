import { sql } from 'drizzle-orm'

import { withField, type Ranking, type SupplierMatch } from '@enlace/contracts'
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

/** What a list shows of a firm (`0243-passport-cards.sql`). */
type Card = Pick<PassportContent, 'headline'> & {
  readonly [Fact in 'country' | 'region' | 'languages' | 'staff']: PassportContent['facts'][Fact] | null
}

type Row = Record<string, unknown> & {
  supplier_id: OrganisationId
  /** The match as the text that it was kept as. */
  body: string
  rank: number
  previous_rank: number | null
  lifted: LiftReason | null
  ranked_at: string
  name: string
  /** Nothing where the passport was withdrawn since: the list stands as a record. */
  card: Card | null
  answer: Answer | null
  answered_at: string | null
  invited: boolean
  dismissed: boolean
  choice: Choice | null
}

const toStanding = (row: Row): Omit<SupplierMatch, 'match'> => {
  const staff = row.card?.staff ?? null
  return {
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
      headline: row.card?.headline ?? '',
      country: row.card?.country ?? null,
      region: row.card?.region ?? null,
      staff,
      size: sizeBand(staff),
      languages: [...(row.card?.languages ?? [])],
    },
  }
}

type ListedRows = { readonly list: Omit<Ranking, 'items'>; readonly rows: readonly Row[] }

/** A need's list and its rows, in one statement; null where the actor does not own the need. */
async function readRows(reader: Reader, needId: NeedId, supplierId: OrganisationId | null): Promise<ListedRows | null> {
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
    select needs.version as need_version, needs.weights_version,
      (select weights from need_weights where need_id = needs.id and version = needs.weights_version) as own_weights,
      (select weights -> (needs.content ->> 'governance') from model_versions where state = 'champion') as learned_weights,
      rankings.considered, rankings.degraded, rankings.partial, rankings.held, rankings.ranked_at as list_ranked_at, listed.*
    from needs
    left join rankings on rankings.need_id = needs.id
    -- Name and passport are looked up by their keys: joined, a list of fifty would be held against every organisation there is.
    -- What was said and decided of the need's own is read once for all rows, and mostly is nothing.
    left join lateral (
      select matches.supplier_id, matches.body::text as body, matches.rank, matches.previous_rank, matches.lifted, matches.ranked_at,
        (select name from organisations where id = matches.supplier_id) as name,
        (select card from passports where organisation_id = matches.supplier_id and state = 'published') as card,
        match_answers.answer, match_answers.answered_at, match_choices.choice,
        need_invitations.supplier_id is not null as invited, match_dismissals.supplier_id is not null as dismissed
      from matches
      left join match_answers using (need_id, supplier_id)
      left join match_choices using (need_id, supplier_id)
      left join need_invitations using (need_id, supplier_id)
      left join match_dismissals using (need_id, supplier_id)
      where matches.need_id = needs.id
        and ${supplierId === null ? sql`matches.rank <= ${rankingLimit}` : sql`matches.supplier_id = ${supplierId}`}
    ) as listed on true
    where needs.id = ${needId} and (pg_has_role(current_user, 'enlace_system', 'usage') or acting_owns_need(needs.id))
    order by listed.rank`)
  const [first] = rows
  if (first === undefined) return null
  const list = {
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
  }
  return { list, rows: rows.filter((row) => row.supplier_id !== null) }
}

/**
 * A need's ranked list with each supplier's standing; null where the actor does not own the need.
 * @param supplierId where given, only that row
 */
export async function readRanking(
  reader: Reader,
  needId: NeedId,
  supplierId: OrganisationId | null = null,
): Promise<Ranking | null> {
  const found = await readRows(reader, needId, supplierId)
  if (found === null) return null
  const items = found.rows.map((row) => ({ ...toStanding(row), match: JSON.parse(row.body) as Match }))
  return { ...found.list, items }
}

/** The same list as the text of JSON that is sent: its matches, most of it, go through as they were kept. */
export async function readRankingText(reader: Reader, needId: NeedId): Promise<string | null> {
  const found = await readRows(reader, needId, null)
  if (found === null) return null
  const items = found.rows.map((row) => withField(toStanding(row), 'match', row.body))
  return withField(found.list, 'items', `[${items.join(',')}]`)
}
