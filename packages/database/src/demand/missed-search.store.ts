import { sql } from 'drizzle-orm'

import type { MissedSearch, OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Keeps what an organisation sought today and hardly found; what it sought before today counts no second time. */
export async function keepMissedSearches(
  tx: Transaction,
  organisationId: OrganisationId,
  missed: readonly MissedSearch[],
): Promise<void> {
  await tx.execute(sql`
    insert into missed_searches (day, organisation_id, searched, words, category, country, region)
    select (clock_timestamp() at time zone 'UTC')::date, organisations.id, missed.searched, missed.words, missed.category,
      coalesce(nullif(missed.country, ''), organisations.country, ''),
      case when missed.country = '' then coalesce(organisations.region, '') else missed.region end
    from jsonb_to_recordset(${JSON.stringify(missed)}::jsonb)
      as missed (searched text, words text, category text, country text, region text)
    join organisations on organisations.id = ${organisationId}
    on conflict do nothing`)
}

/** Forgets missed searches older than so many days. @returns how many */
export async function forgetMissedSearches(tx: Transaction, days: number): Promise<number> {
  const rows = await tx.execute(
    sql`delete from missed_searches where day < (clock_timestamp() at time zone 'UTC')::date - ${days}::int`,
  )
  return rows.count
}
