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

/**
 * The weights in force for these needs, of the buyer or learned; a need that is ranked by the hand-set profile of its
 * governance is not in it.
 */
export async function readWeights(
  tx: Transaction,
  needIds: readonly NeedId[],
): Promise<ReadonlyMap<NeedId, WeightProfile>> {
  const rows = await tx.execute<{
    id: NeedId
    version: number
    own: Weights | null
    learned: WeightProfile | null
  }>(sql`
    select needs.id, needs.weights_version as version, need_weights.weights as own,
      champion.weights -> (needs.content ->> 'governance') as learned
    from needs
    left join need_weights on need_weights.need_id = needs.id and need_weights.version = needs.weights_version
    left join model_versions as champion on champion.state = 'champion'
    where needs.id = any(${uuids(needIds)}) and (need_weights.need_id is not null or champion.weights is not null)`)
  return new Map(
    rows.flatMap(({ id, version, own, learned }) => {
      const weights = own === null ? learned : { version: ownWeightsVersion(version), ...own }
      return weights === null ? [] : [[id, weights]]
    }),
  )
}

/** The learned weights in force for a need that has none of its own; null where those set by hand are. */
export async function readUsualWeights(tx: Transaction, needId: NeedId): Promise<WeightProfile | null> {
  const [row] = await tx.execute<{ weights: WeightProfile | null }>(sql`
    select champion.weights -> (needs.content ->> 'governance') as weights
    from needs join model_versions as champion on champion.state = 'champion' where needs.id = ${needId}`)
  return row?.weights ?? null
}
