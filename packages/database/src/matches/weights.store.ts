import { sql } from 'drizzle-orm'

import { ownWeightsVersion, type NeedId, type UserId, type WeightProfile, type Weights } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** Puts a buyer's own weights in force for its need, as a new version; null where the need is not published. */
export async function keepWeights(
  tx: Transaction,
  needId: NeedId,
  { buyer, supplierShare }: Weights,
  by: UserId,
): Promise<WeightProfile | null> {
  const [row] = await tx.execute<{ version: number }>(sql`
    with raised as (
      update needs set weights_version = weights_version + 1 where id = ${needId} and state = 'published'
      returning id, weights_version
    )
    insert into need_weights (need_id, version, weights, set_by)
    select id, weights_version, ${JSON.stringify({ buyer, supplierShare })}::jsonb, ${by}::uuid from raised
    returning version`)
  return row === undefined ? null : { version: ownWeightsVersion(row.version), buyer, supplierShare }
}

/** Puts the profile of its governance in force again for a published need; false where it was already. */
export async function dropWeights(tx: Transaction, needId: NeedId): Promise<boolean> {
  const rows = await tx.execute(sql`
    update needs set weights_version = weights_version + 1
    where id = ${needId} and state = 'published'
      and exists (select from need_weights where need_id = needs.id and version = needs.weights_version)
    returning id`)
  return rows.length === 1
}

/** The buyers' own weights in force for these needs; a need that has none is not in it. */
export async function readOwnWeights(
  tx: Transaction,
  needIds: readonly NeedId[],
): Promise<ReadonlyMap<NeedId, WeightProfile>> {
  const rows = await tx.execute<{ need_id: NeedId; version: number; weights: Weights }>(sql`
    select need_weights.need_id, need_weights.version, need_weights.weights
    from needs join need_weights on need_weights.need_id = needs.id and need_weights.version = needs.weights_version
    where needs.id = any(${uuids(needIds)})`)
  return new Map(
    rows.map(({ need_id: id, version, weights }) => [id, { version: ownWeightsVersion(version), ...weights }]),
  )
}
