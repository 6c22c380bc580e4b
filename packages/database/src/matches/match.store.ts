import { sql, type SQL } from 'drizzle-orm'

import type { NeedId, OrganisationId, ScoredMatch } from '@enlace/domain'

import { numbers, texts, uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** How many rows of a ranking are kept. */
export const rankingLimit = 50

export type StoredRanking = {
  readonly needId: NeedId
  readonly buyerId: OrganisationId
  readonly needVersion: number
  readonly considered: number
  readonly degraded: boolean
  /** Made without the meaning that a model is to add. */
  readonly partial: boolean
  /** The version of the weights it was made by. */
  readonly weights: string
  /** Best first, at most `rankingLimit`. */
  readonly matches: readonly ScoredMatch[]
}

/**
 * Takes a need's ranking for this transaction: whoever ranks it next, for the need's sake or for a passport's,
 * waits here, and then sees all that was committed before.
 */
export async function lockRanking(tx: Transaction, needId: NeedId): Promise<void> {
  await tx.execute(sql`
    insert into rankings as known (need_id, need_version, considered) values (${needId}, 0, 0)
    on conflict (need_id) do update set need_version = known.need_version`)
}

/** Values as one text of JSON, a line each; no line of JSON holds a line break. */
const lines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n')

/** Matches as columns, so that their bodies, without what closes them, go in as the text they are. */
const asColumns = (matches: readonly ScoredMatch[]): SQL =>
  sql`unnest(${uuids(matches.map((match) => match.needId))}, ${uuids(matches.map((match) => match.supplierId))},
    ${numbers(matches.map((match) => match.needVersion))}::int[], ${numbers(matches.map((match) => match.passportVersion))}::int[],
    ${numbers(matches.map((match) => match.score))}::float8[], ${numbers(matches.map((match) => match.buyerScore))}::float8[],
    ${texts(matches.map((match) => match.weights))}, string_to_array(${lines(matches.map((match) => ({ ...match, closing: undefined })))}, chr(10))::json[],
    string_to_array(${lines(matches.map(({ closing }) => closing))}, chr(10))::json[]) with ordinality
    as row (need_id, supplier_id, need_version, passport_version, score, buyer_score, weights, body, closing, rank)`

/**
 * Replaces the ranking of a need that this transaction has locked.
 * @returns the suppliers whose row came, went or changed
 */
export async function storeRanking(tx: Transaction, ranking: StoredRanking): Promise<OrganisationId[]> {
  const changed = await tx.execute<{ supplier_id: OrganisationId }>(sql`
    with ranked as (
      select * from ${asColumns(ranking.matches.slice(0, rankingLimit))}
    ), listed as (
      update rankings set need_version = ${ranking.needVersion}, considered = ${ranking.considered},
        degraded = ${ranking.degraded}, partial = ${ranking.partial}, weights = ${ranking.weights}, ranked_at = clock_timestamp()
      where need_id = ${ranking.needId}
    ), gone as (
      delete from matches where need_id = ${ranking.needId} and supplier_id not in (select supplier_id from ranked)
      returning supplier_id
    ), kept as (
      insert into matches as known (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, body, closing)
      select ${ranking.needId}, supplier_id, ${ranking.buyerId}, need_version, passport_version, score, buyer_score, rank, body, closing
      from ranked
      on conflict (need_id, supplier_id) do update set need_version = excluded.need_version,
        passport_version = excluded.passport_version, score = excluded.score, buyer_score = excluded.buyer_score,
        previous_rank = known.rank, rank = excluded.rank, body = excluded.body, closing = excluded.closing, ranked_at = clock_timestamp()
      where known.body::text <> excluded.body::text or known.closing::text is distinct from excluded.closing::text or known.rank <> excluded.rank
      returning supplier_id
    )
    select supplier_id from gone union all select supplier_id from kept`)
  return changed.map((row) => row.supplier_id)
}

/** The suppliers listed in a need's ranking, best first. */
export async function readListedSuppliers(tx: Transaction, needId: NeedId): Promise<OrganisationId[]> {
  const rows = await tx.execute<{ supplier_id: OrganisationId }>(
    sql`select supplier_id from matches where need_id = ${needId} order by rank`,
  )
  return rows.map((row) => row.supplier_id)
}

/** The open needs in whose rankings a supplier stands. */
export async function readListingNeeds(tx: Transaction, supplierId: OrganisationId): Promise<NeedId[]> {
  const rows = await tx.execute<{ need_id: NeedId }>(sql`
    select matches.need_id from matches join needs on needs.id = matches.need_id
    where matches.supplier_id = ${supplierId} and needs.state = 'published'`)
  return rows.map((row) => row.need_id)
}

export type PlacedNeed = { readonly needId: NeedId; readonly organisationId: OrganisationId }

/**
 * Gives one supplier its place in the rankings of these needs and takes it out of all other open ones. Only rankings that
 * speak of the same version of the need and the same weights are touched; the others were made anew since, or are about to
 * be, with the supplier among the candidates.
 * @returns the needs whose list changed
 */
export async function placeSupplier(
  tx: Transaction,
  supplierId: OrganisationId,
  matches: readonly ScoredMatch[],
): Promise<PlacedNeed[]> {
  // Locked in the order of their ids, as by everyone who locks several.
  await tx.execute(sql`
    select need_id from rankings
    where need_id = any(${uuids(matches.map((match) => match.needId))})
      or need_id in (select need_id from matches where supplier_id = ${supplierId})
    order by need_id for update`)
  const changed = await tx.execute<{ need_id: NeedId; buyer_id: OrganisationId }>(sql`
    with weighed as (
      select * from ${asColumns(matches)}
    ), placed as (
      select row.*, needs.organisation_id as buyer_id
      from weighed as row
      join rankings on rankings.need_id = row.need_id and rankings.need_version = row.need_version
        and (rankings.weights is null or rankings.weights = row.weights)
      join needs on needs.id = row.need_id and needs.state = 'published'
    ), gone as (
      delete from matches using needs
      where matches.supplier_id = ${supplierId} and needs.id = matches.need_id and needs.state = 'published'
        and matches.need_id not in (select need_id from weighed)
      returning matches.need_id, matches.buyer_id
    ), kept as (
      insert into matches as known (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, body, closing)
      select need_id, ${supplierId}, buyer_id, need_version, passport_version, score, buyer_score, ${rankingLimit + 1}, body, closing from placed
      on conflict (need_id, supplier_id) do update set need_version = excluded.need_version,
        passport_version = excluded.passport_version, score = excluded.score, buyer_score = excluded.buyer_score,
        body = excluded.body, closing = excluded.closing, ranked_at = clock_timestamp()
      where known.body::text <> excluded.body::text or known.closing::text is distinct from excluded.closing::text
      returning need_id, buyer_id
    )
    select need_id, buyer_id from gone union select need_id, buyer_id from kept`)
  if (changed.length === 0) return []
  const needIds = uuids(changed.map((row) => row.need_id))
  await tx.execute(sql`
    with ordered as (
      select need_id, supplier_id, row_number() over (partition by need_id order by score desc, buyer_score desc, supplier_id) as place
      from matches where need_id = any(${needIds})
    ), dropped as (
      delete from matches using ordered
      where matches.need_id = ordered.need_id and matches.supplier_id = ordered.supplier_id and ordered.place > ${rankingLimit}
    )
    update matches set previous_rank = case when rank > ${rankingLimit} then null else rank end, rank = ordered.place
    from ordered
    where matches.need_id = ordered.need_id and matches.supplier_id = ordered.supplier_id
      and matches.rank <> ordered.place and ordered.place <= ${rankingLimit}`)
  return changed.map((row) => ({ needId: row.need_id, organisationId: row.buyer_id }))
}
