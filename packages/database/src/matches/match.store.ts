import { sql } from 'drizzle-orm'

import type { Match, NeedId, OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** How many rows of a ranking are kept. */
export const rankingLimit = 50

export type StoredRanking = {
  readonly needId: NeedId
  readonly buyerId: OrganisationId
  readonly needVersion: number
  readonly considered: number
  readonly degraded: boolean
  /** Best first, at most `rankingLimit`. */
  readonly matches: readonly Match[]
}

const gatesFailed = (match: Match): number => match.gates.filter((gate) => gate.verdict === 'fail').length

/**
 * Replaces a need's ranking, if it does not speak of an older version than the stored one.
 * @returns the suppliers whose row came, went or changed; null where a newer ranking stands
 */
export async function storeRanking(tx: Transaction, ranking: StoredRanking): Promise<OrganisationId[] | null> {
  const taken = await tx.execute(sql`
    insert into rankings as known (need_id, need_version, considered, degraded)
    values (${ranking.needId}, ${ranking.needVersion}, ${ranking.considered}, ${ranking.degraded})
    on conflict (need_id) do update set need_version = excluded.need_version, considered = excluded.considered,
      degraded = excluded.degraded, ranked_at = clock_timestamp()
    where known.need_version <= excluded.need_version returning need_id`)
  if (taken.length === 0) return null
  const rows = ranking.matches.slice(0, rankingLimit).map((match, index) => ({
    supplier_id: match.supplierId,
    passport_version: match.passportVersion,
    score: match.score,
    gates_failed: gatesFailed(match),
    rank: index + 1,
    body: match,
  }))
  const changed = await tx.execute<{ supplier_id: OrganisationId }>(sql`
    with ranked as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (supplier_id uuid, passport_version int, score real, gates_failed int, rank int, body jsonb)
    ), gone as (
      delete from matches where need_id = ${ranking.needId} and supplier_id not in (select supplier_id from ranked)
      returning supplier_id
    ), kept as (
      insert into matches as known (need_id, supplier_id, buyer_id, need_version, passport_version, score, gates_failed, rank, body)
      select ${ranking.needId}, supplier_id, ${ranking.buyerId}, ${ranking.needVersion}, passport_version, score, gates_failed, rank, body
      from ranked
      on conflict (need_id, supplier_id) do update set need_version = excluded.need_version,
        passport_version = excluded.passport_version, score = excluded.score, gates_failed = excluded.gates_failed,
        previous_rank = known.rank, rank = excluded.rank, body = excluded.body, ranked_at = clock_timestamp()
      where known.body is distinct from excluded.body or known.rank <> excluded.rank or known.need_version <> excluded.need_version
      returning supplier_id
    )
    select supplier_id from gone union all select supplier_id from kept`)
  return changed.map((row) => row.supplier_id)
}

/** The need's stored matches without their standing, best first; for adding one supplier to a ranking. */
export async function readStoredMatches(tx: Transaction, needId: NeedId): Promise<Match[]> {
  const rows = await tx.execute<{ body: Match }>(sql`select body from matches where need_id = ${needId} order by rank`)
  return rows.map((row) => row.body)
}
