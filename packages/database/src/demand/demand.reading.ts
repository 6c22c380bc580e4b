import { sql } from 'drizzle-orm'

import type { NeedSupply } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** More open needs than this and the picture does not change any more. */
const needsLimit = 20_000

/** Every ranked open need that an agency may know of, with the best its ranking holds; who asks only where that is open. */
export async function readNeedSupply(tx: Transaction): Promise<NeedSupply[]> {
  const rows = await tx.execute<NeedSupply & Record<string, unknown>>(sql`
    select needs.id, needs.title, case when needs.confidentiality = 'open' then buyer.name end as buyer,
      needs.content -> 'categories' -> 0 as category,
      coalesce(needs.content -> 'place' ->> 'country', case when needs.confidentiality = 'open' then buyer.country end) as country,
      needs.content -> 'place' ->> 'region' as region, supply.passing, supply.best
    from need_supply() as supply join needs on needs.id = supply.need_id
    join organisations as buyer on buyer.id = needs.organisation_id
    order by needs.published_at desc limit ${needsLimit}`)
  return rows.map((row) => ({ ...row, category: row.category ?? null }))
}
