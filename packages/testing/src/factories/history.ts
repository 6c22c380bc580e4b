import { asSystem, type Database } from '@enlace/database'
import { buyerCriterionIds, type BuyerCriterionId, type OrganisationId } from '@enlace/domain'
import { sql } from 'drizzle-orm'

import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent } from './market.ts'

/** What buyers of the made history go by, which the hand-set weights make little of. */
export const historyTruth: Partial<Record<BuyerCriterionId, number>> = {
  price: 0.5,
  geography: 0.3,
  'capability-text': 0.2,
}

/** The same numbers at every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const rowsOfList = 10

/**
 * Needs that their buyer decided about, one a day: of each ten suppliers were shown, and shortlisted by chance that rises
 * with what the truth is made of; `shuffled` gives the same choices to any rows instead.
 */
export async function makeHistory(
  database: Database,
  { needs, seed, shuffled = false }: { readonly needs: number; readonly seed: number; readonly shuffled?: boolean },
): Promise<void> {
  const throwDice = dice(seed)
  await asSystem(database, async (tx) => {
    const buyer = await makeOrganisation(tx, 'buyer', 'Buyer of old')
    const suppliers: OrganisationId[] = []
    for (let at = 0; at < rowsOfList; at += 1)
      suppliers.push(await makeSupplier(tx, `Supplier of old ${at}`, passportContent('Cheese of sheep')))
    const rows: { found: object; chosen: boolean }[] = []
    for (let at = 0; at < needs * rowsOfList; at += 1) {
      const found = Object.fromEntries(buyerCriterionIds.map((id) => [id, throwDice()]))
      const worth = buyerCriterionIds.reduce((sum, id) => sum + (historyTruth[id] ?? 0) * (found[id] ?? 0), 0)
      rows.push({ found, chosen: throwDice() < 1 / (1 + Math.exp(7.5 - 12 * worth)) })
    }
    const mixed = rows.map(({ chosen }) => ({ chosen, at: throwDice() })).toSorted((a, b) => a.at - b.at)
    for (let need = 0; need < needs; need += 1) {
      const needId = await makeNeed(tx, buyer, needContent({ title: `Need of old ${need}`, text: 'Cheese of sheep' }))
      await tx.execute(sql`update needs set state = 'closed' where id = ${needId}`)
      const list = rows.slice(need * rowsOfList, (need + 1) * rowsOfList).map(({ found, chosen }, at) => ({
        ...{ supplier_id: suppliers[at], position: at + 1, found },
        chosen: shuffled ? (mixed[need * rowsOfList + at]?.chosen ?? false) : chosen,
      }))
      const given = sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as row (supplier_id uuid, position int, found jsonb, chosen boolean)`
      const day = sql`'2026-01-01'::timestamptz + make_interval(days => ${need}::int)`
      await tx.execute(sql`
        insert into match_impressions (need_id, supplier_id, need_version, weights, model, position, barred, found, shown_at)
        select ${needId}, supplier_id, 1, 'producer-driven/1', 'enlace-1', position, false, found, ${day} from ${given}`)
      await tx.execute(sql`
        insert into match_choices (need_id, supplier_id, choice, chosen_at)
        select ${needId}, supplier_id, 'shortlisted', ${day} + interval '1 hour' from ${given} where chosen`)
    }
  })
}
