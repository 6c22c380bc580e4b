import { sql } from 'drizzle-orm'

import { divisionAt, type MissedCount, type NeedSupply, type SearchedThings } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** More open needs than this and the picture does not change any more. */
const needsLimit = 20_000

/**
 * Every ranked open need that an agency may know of, with the best its ranking holds; who asks only where that is open.
 * @param days published in the last so many days; null for all
 */
export async function readNeedSupply(tx: Transaction, days: number | null): Promise<NeedSupply[]> {
  const rows = await tx.execute<NeedSupply & Record<string, unknown>>(sql`
    select needs.id, needs.title, case when needs.confidentiality = 'open' then buyer.name end as buyer,
      needs.confidentiality <> 'open' as hidden, needs.content -> 'categories' -> 0 as category,
      coalesce(needs.content -> 'place' ->> 'country', case when needs.confidentiality = 'open' then buyer.country end) as country,
      needs.content -> 'place' ->> 'region' as region, supply.passing, supply.best
    from need_supply() as supply join needs on needs.id = supply.need_id
    join organisations as buyer on buyer.id = needs.organisation_id
    where ${days}::int is null or needs.published_at > clock_timestamp() - make_interval(days => ${days}::int)
    order by needs.published_at desc limit ${needsLimit}`)
  return rows.map((row) => ({ ...row, category: row.category ?? null }))
}

/** How often suppliers were sought and hardly found, for agencies. */
export async function readMissedCounts(tx: Transaction, days: number | null): Promise<MissedCount[]> {
  const rows = await tx.execute<{ category: string; country: string; region: string; searches: number }>(
    sql`select category, country, region, searches from missed_counts(${days}::int)`,
  )
  return rows.map(({ category, country, region, searches }) => ({
    category: divisionAt(category),
    country: country === '' ? null : country,
    region: region === '' ? null : region,
    searches,
  }))
}

export type MissedWords = {
  readonly words: string
  readonly searched: SearchedThings
  readonly category: string
  readonly organisations: number
  readonly searches: number
}

/**
 * Words that were searched in vain by at least so many organisations, for agencies.
 * @param within a division's path, or null
 */
export async function readMissedWords(
  tx: Transaction,
  days: number | null,
  within: string | null,
  least: number,
): Promise<MissedWords[]> {
  const rows = await tx.execute<MissedWords>(
    sql`select words, searched, category, organisations, searches from missed_words(${days}::int, ${within}::text, ${least}::int)`,
  )
  return [...rows]
}
