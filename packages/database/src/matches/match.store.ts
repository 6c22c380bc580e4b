import { sql, type SQL } from 'drizzle-orm'

import {
  littleWork,
  merit,
  untriedKept,
  type FairnessPolicy,
  type LiftReason,
  type NeedId,
  type OrganisationId,
  type ScoredMatch,
} from '@enlace/domain'

import { numbers, texts, uuids } from '../arrays.ts'
import { policyOf } from '../fairness/fairness-policy.store.ts'
import type { Transaction } from '../open.ts'

/** How many rows of a ranking are kept, and behind them those that are within it but for their rivals and, where places are held, the best with little work to show (`listed`). */
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
  /** The words that its buyer's glossary brought to the need. */
  readonly further?: readonly string[]
  /** In the order shown, as `firstWithoutRivals` keeps them. */
  readonly matches: readonly ScoredMatch[]
  /** How many of the shown places are held, and who was given one. */
  readonly held?: number
  readonly lifted?: ReadonlyMap<OrganisationId, LiftReason>
}

/**
 * Takes a need's ranking for this transaction: whoever ranks it next, for the need's sake or for a passport's,
 * waits here, and then sees all that was committed before.
 * @returns how its places are to be shared out
 */
export async function lockRanking(tx: Transaction, needId: NeedId): Promise<FairnessPolicy> {
  const [row] = await tx.execute<{ policy: FairnessPolicy | null }>(sql`
    insert into rankings as known (need_id, need_version, considered) values (${needId}, 0, 0)
    on conflict (need_id) do update set need_version = known.need_version
    returning ${policyOf(sql`known.need_id`)} as policy`)
  return row?.policy ?? merit
}

/** Further words as a list is made by them; words hold no blanks. */
const asText = (further: readonly string[] = []): string => further.join(' ')

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
 * @returns the suppliers to whom something changed: their place among others is not theirs to know
 */
export async function storeRanking(tx: Transaction, ranking: StoredRanking): Promise<OrganisationId[]> {
  const changed = await tx.execute<{ supplier_id: OrganisationId }>(sql`
    with ranked as (
      select *, ${JSON.stringify(Object.fromEntries(ranking.lifted ?? []))}::jsonb ->> supplier_id::text as lifted,
        row_number() over (order by score desc, buyer_score desc, supplier_id) as merit
      from ${asColumns(ranking.matches)}
    ), listed as (
      update rankings set need_version = ${ranking.needVersion}, considered = ${ranking.considered},
        degraded = ${ranking.degraded}, partial = ${ranking.partial}, weights = ${ranking.weights}, held = ${ranking.held ?? 0}, further = ${asText(ranking.further)},
        changed_xid = pg_current_xact_id(), ranked_at = clock_timestamp()
      where need_id = ${ranking.needId}
    ), gone as (
      delete from matches where need_id = ${ranking.needId} and supplier_id not in (select supplier_id from ranked)
      returning supplier_id
    ), kept as (
      insert into matches as known (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, lifted, body, closing)
      select ${ranking.needId}, supplier_id, ${ranking.buyerId}, need_version, passport_version, score, buyer_score, rank, merit, lifted, body, closing
      from ranked
      on conflict (need_id, supplier_id) do update set need_version = excluded.need_version,
        passport_version = excluded.passport_version, score = excluded.score, buyer_score = excluded.buyer_score,
        previous_rank = known.rank, rank = excluded.rank, merit = excluded.merit, lifted = excluded.lifted, body = excluded.body, closing = excluded.closing,
        ranked_at = case when known.body::text = excluded.body::text and known.closing::text is not distinct from excluded.closing::text
          then known.ranked_at else clock_timestamp() end
      where known.body::text <> excluded.body::text or known.closing::text is distinct from excluded.closing::text
        or (known.rank, known.merit, known.lifted) is distinct from (excluded.rank, excluded.merit, excluded.lifted)
      returning supplier_id, ranked_at >= statement_timestamp() as scored
    )
    select supplier_id from gone union all select supplier_id from kept where scored`)
  return changed.map((row) => row.supplier_id)
}

/** The further words by which the lists of these needs were made, locked for this transaction; none of a need never ranked. */
export async function lockFurther(
  tx: Transaction,
  needIds: readonly NeedId[],
): Promise<ReadonlyMap<NeedId, readonly string[]>> {
  const rows = await tx.execute<{ need_id: NeedId; further: string }>(sql`
    select need_id, further from rankings where need_id = any(${uuids(needIds)}) order by need_id for update`)
  return new Map(rows.map(({ need_id, further }) => [need_id, further === '' ? [] : further.split(' ')]))
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
 * speak of the same version of the need, the same weights and the same further words are touched; the others were made anew since, or are about to
 * be, with the supplier among the candidates. Where places are held, only those by merit are new: who is shown where is for
 * `shareOut` to say.
 * @returns the needs whose list changed
 */
export async function placeSupplier(
  tx: Transaction,
  supplierId: OrganisationId,
  matches: readonly ScoredMatch[],
  further: ReadonlyMap<NeedId, readonly string[]> = new Map(),
): Promise<PlacedNeed[]> {
  const furtherByNeed = JSON.stringify(Object.fromEntries([...further].map(([id, words]) => [id, asText(words)])))
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
        and rankings.further = coalesce(${furtherByNeed}::jsonb ->> row.need_id::text, '')
      join needs on needs.id = row.need_id and needs.state = 'published'
    ), gone as (
      delete from matches using needs
      where matches.supplier_id = ${supplierId} and needs.id = matches.need_id and needs.state = 'published'
        and matches.need_id not in (select need_id from weighed)
      returning matches.need_id, matches.buyer_id
    ), kept as (
      insert into matches as known (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body, closing)
      select need_id, ${supplierId}, buyer_id, need_version, passport_version, score, buyer_score, ${rankingLimit + 1}, ${rankingLimit + 1}, body, closing from placed
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
    with known as materialized (
      select need_id, supplier_id, row_number() over (partition by need_id order by score desc, buyer_score desc, supplier_id) as place,
        held > 0 and score > 0 and coalesce(reference_count <= ${littleWork}, false) as untried
      from matches join rankings using (need_id) left join passports on organisation_id = supplier_id and held > 0
      where need_id = any(${needIds})
    ), listed as materialized (
      select *, row_number() over (partition by need_id, untried order by place) as among_them from known
    ), ordered as materialized (
      select *, place > ${rankingLimit} and (
        select listed.place - count(*) > ${rankingLimit}
          and not (listed.untried and listed.among_them - count(*) filter (where before.untried) <= ${untriedKept})
        from listed as before where before.need_id = listed.need_id and before.place < listed.place
          and before.supplier_id = any (walls_of(listed.supplier_id))) as out
      from listed
    ), dropped as (
      delete from matches using ordered
      where matches.need_id = ordered.need_id and matches.supplier_id = ordered.supplier_id and ordered.out
    )
    update matches set merit = ordered.place,
      previous_rank = case when rankings.held > 0 then previous_rank when rank > ${rankingLimit} then null else rank end,
      rank = case when rankings.held > 0 then rank else ordered.place end
    from ordered join rankings on rankings.need_id = ordered.need_id
    where matches.need_id = ordered.need_id and matches.supplier_id = ordered.supplier_id and not ordered.out
      and (matches.merit <> ordered.place or (rankings.held = 0 and matches.rank <> ordered.place))`)
  await tx.execute(sql`update rankings set changed_xid = pg_current_xact_id() where need_id = any(${needIds})`)
  return changed.map((row) => ({ needId: row.need_id, organisationId: row.buyer_id }))
}
