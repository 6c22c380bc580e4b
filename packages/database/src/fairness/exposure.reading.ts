import { sql } from 'drizzle-orm'

import type { CountedList, NeedId, OrganisationId, SupplierExposure } from '@enlace/domain'

import type { Reader } from '../open.ts'

/** When a supplier first came to the market, and how many references it has there, in milliseconds since 1970. */
export type MarketFirm = { readonly id: OrganisationId; readonly cameAt: number; readonly references: number }

/** Lists as exposure counts them, and the suppliers they may hold: what changed since a snapshot. */
export type ChangedExposures = {
  readonly rows: readonly CountedList[]
  readonly firms: readonly MarketFirm[]
  readonly readOnFrom: string
}

export async function readChangedExposures(reader: Reader, from: string): Promise<ChangedExposures> {
  const [row] = await reader.execute<{
    read_on_from: string
    lists: { need: NeedId; at: number; listed: { id: OrganisationId; shown: boolean }[] }[]
    firms: MarketFirm[]
  }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as read_on_from,
      coalesce((
        select json_agg(json_build_object('need', rankings.need_id, 'at', extract(epoch from needs.published_at) * 1000,
          'listed', coalesce((select json_agg(json_build_object('id', supplier_id, 'shown', rank <= 10))
            from matches where matches.need_id = rankings.need_id and score > 0), '[]')))
        from rankings join needs on needs.id = rankings.need_id where rankings.changed_xid >= ${from}::xid8
      ), '[]') as lists,
      coalesce((
        select json_agg(json_build_object('id', organisation_id, 'cameAt', extract(epoch from first_published_at) * 1000,
          'references', coalesce(reference_count, 0)))
        from passports where changed_xid >= ${from}::xid8 and first_published_at is not null
      ), '[]') as firms`)
  return {
    rows: (row?.lists ?? []).map(({ need, at, listed }) => ({
      needId: need,
      at,
      eligible: listed.map(({ id }) => id),
      shown: listed.flatMap(({ id, shown }) => (shown ? [id] : [])),
    })),
    firms: row?.firms ?? [],
    readOnFrom: row?.read_on_from ?? from,
  }
}

/** How often each supplier was shown in the needs of a period, in one country or, '', everywhere. */
export async function readSupplierExposures(
  reader: Reader,
  days: number,
  country: string,
): Promise<SupplierExposure[]> {
  const rows = await reader.execute<SupplierExposure & Record<string, unknown>>(
    sql`select * from supplier_exposures(${days}::int, ${country})`,
  )
  return [...rows]
}

export type FairWorth = {
  readonly lists: number
  readonly lifted: number
  /** What the shown places are worth, and would be by merit alone. */
  readonly shown: number
  readonly merited: number
}

export async function readFairWorth(reader: Reader, days: number, country: string): Promise<FairWorth> {
  const [row] = await reader.execute<FairWorth & Record<string, unknown>>(
    sql`select * from fair_worth(${days}::int, ${country})`,
  )
  return row ?? { lists: 0, lifted: 0, shown: 0, merited: 0 }
}
