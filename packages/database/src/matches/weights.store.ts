import { sql } from 'drizzle-orm'

import {
  ownWeightsVersion,
  type ExclusionGround,
  type GlossaryLine,
  type GovernanceType,
  type NeedId,
  type OrganisationId,
  type UserId,
  type WeightProfile,
  type Weights,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Reader, Transaction } from '../open.ts'
import { presentDay } from '../today.ts'

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

/** The model in force, to be joined. */
const champion = sql`model_versions as champion on champion.state = 'champion'`

/** What is a need's own in ranking: weights of its buyer or learned, or null for the profile of its governance, and its buyer's lines. */
export type RankedBy = { readonly weights: WeightProfile | null; readonly lines: readonly GlossaryLine[] }

/** By what these needs are ranked; one with nothing of its own is not in it. */
export async function readRankedBy(
  tx: Transaction,
  needIds: readonly NeedId[],
): Promise<ReadonlyMap<NeedId, RankedBy>> {
  // A glossary comes once, with the first need of its buyer.
  const rows = await tx.execute<{
    id: NeedId
    buyer: OrganisationId
    version: number
    own: Weights | null
    learned: WeightProfile | null
    lines: GlossaryLine[] | null
  }>(sql`
    select needs.id, needs.organisation_id as buyer, needs.weights_version as version, need_weights.weights as own,
      champion.weights -> (needs.content ->> 'governance') as learned,
      case when row_number() over (partition by needs.organisation_id order by needs.id) = 1 then glossaries.lines end as lines
    from needs
    left join need_weights on need_weights.need_id = needs.id and need_weights.version = needs.weights_version
    left join ${champion}
    left join glossaries on glossaries.organisation_id = needs.organisation_id
    where needs.id = any(${uuids(needIds)})
      and (need_weights.need_id is not null or champion.weights is not null or glossaries.organisation_id is not null)`)
  const glossaries = new Map(rows.flatMap(({ buyer, lines }) => (lines === null ? [] : [[buyer, lines]])))
  return new Map(
    rows.map(({ id, buyer, version, own, learned }) => {
      const weights = own === null ? learned : { version: ownWeightsVersion(version), ...own }
      return [id, { weights, lines: glossaries.get(buyer) ?? [] }]
    }),
  )
}

/** How a new need of a buyer will be asked, as long as it has nothing of its own. */
export type AskedBy = RankedBy & {
  readonly excludes: readonly ExclusionGround[]
  /** The present day in UTC (yyyy-mm-dd) by the database's clock. */
  readonly today: string
}

/** By what a need of this buyer would be ranked that is not written yet; null where there is no such buyer. */
export async function readAskedBy(
  reader: Reader,
  buyerId: OrganisationId,
  governance: GovernanceType,
): Promise<AskedBy | null> {
  const [row] = await reader.execute<{
    excludes: ExclusionGround[]
    learned: WeightProfile | null
    lines: GlossaryLine[] | null
    today: string
  }>(sql`
    select buyer.exclusion_grounds as excludes, champion.weights -> ${governance}::text as learned, glossaries.lines,
      ${presentDay} as today
    from organisations as buyer
    left join ${champion}
    left join glossaries on glossaries.organisation_id = buyer.id
    where buyer.id = ${buyerId}`)
  return row === undefined
    ? null
    : { weights: row.learned, lines: row.lines ?? [], excludes: row.excludes, today: row.today }
}

/** The learned weights in force for a need that has none of its own; null where those set by hand are. */
export async function readUsualWeights(tx: Transaction, needId: NeedId): Promise<WeightProfile | null> {
  const [row] = await tx.execute<{ weights: WeightProfile | null }>(sql`
    select champion.weights -> (needs.content ->> 'governance') as weights
    from needs join ${champion} where needs.id = ${needId}`)
  return row?.weights ?? null
}
