import { sql } from 'drizzle-orm'

import type { FairnessPolicy, LiftReason, NeedId, OrganisationId } from '@enlace/domain'

import { numbers, texts, uuids } from '../arrays.ts'
import { rankingLimit } from '../matches/match.store.ts'
import type { Transaction } from '../open.ts'
import { policyOf } from './fairness-policy.store.ts'

/** A list in which places are held, by merit, and how they are to be shared out. */
export type HeldList = {
  readonly needId: NeedId
  readonly policy: FairnessPolicy
  readonly rows: readonly { readonly supplierId: OrganisationId; readonly score: number }[]
}

/** Those of these needs' lists in which places are held; they are locked by this transaction. */
export async function readHeldLists(tx: Transaction, needIds: readonly NeedId[]): Promise<HeldList[]> {
  const rows = await tx.execute<HeldList & Record<string, unknown>>(sql`
    select rankings.need_id as "needId", ${policyOf(sql`rankings.need_id`)} as policy,
      (select json_agg(json_build_object('supplierId', supplier_id, 'score', score) order by merit)
        from matches where matches.need_id = rankings.need_id) as rows
    from rankings where rankings.need_id = any(${uuids(needIds)}) and rankings.held > 0`)
  return rows.filter((list) => list.rows !== null)
}

/** Gives the suppliers of a list the places that they are shown in. */
export async function storePlaces(
  tx: Transaction,
  needId: NeedId,
  order: readonly OrganisationId[],
  lifted: ReadonlyMap<OrganisationId, LiftReason>,
): Promise<void> {
  await tx.execute(sql`
    update matches set previous_rank = case when matches.rank > ${rankingLimit} then null else matches.rank end,
      rank = row.place, lifted = nullif(row.lifted, '')
    from unnest(${uuids(order)}, ${numbers(order.map((_, place) => place + 1))}::int[], ${texts(order.map((id) => lifted.get(id) ?? ''))})
      as row (supplier_id, place, lifted)
    where matches.need_id = ${needId} and matches.supplier_id = row.supplier_id
      and (matches.rank <> row.place or matches.lifted is distinct from nullif(row.lifted, ''))`)
}
