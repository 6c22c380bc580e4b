import { sql } from 'drizzle-orm'

import type {
  AlertHours,
  AskedSearch,
  OrganisationId,
  Rhythm,
  SavedSearchId,
  SearchedThings,
  UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'
import { hoursColumns, toHours, type HoursRow } from './alert-hours.store.ts'

/** A saved search whose time to tell has come, and whom it tells. */
export type DueSearch = {
  readonly id: SavedSearchId
  readonly organisationId: OrganisationId
  readonly userId: UserId
  readonly searched: SearchedThings
  readonly name: string
  readonly rhythm: Rhythm
  readonly asked: AskedSearch
  /** Null where the address was never confirmed. */
  readonly email: string | null
  readonly locale: 'en' | 'es'
  readonly hours: AlertHours
}

/** Takes the saved search that is due longest and that no other worker has; it is nobody else's until the transaction ends. */
export async function claimDueSearch(tx: Transaction, now: Date): Promise<DueSearch | null> {
  const [row] = await tx.execute<Omit<DueSearch, 'hours'> & HoursRow & Record<string, unknown>>(sql`
    select saved_searches.id, saved_searches.organisation_id as "organisationId", saved_searches.user_id as "userId",
      saved_searches.searched, saved_searches.name, saved_searches.rhythm, saved_searches.asked,
      case when users.email_verified then users.email end as email, users.locale, ${hoursColumns}
    from saved_searches join organisations on organisations.id = saved_searches.organisation_id
      join users on users.id = saved_searches.user_id left join alert_hours on alert_hours.user_id = saved_searches.user_id
    where saved_searches.due_at <= ${now.toISOString()}
    order by saved_searches.due_at limit 1 for no key update of saved_searches skip locked`)
  if (row === undefined) return null
  const { country, zone, quietFrom, quietUntil, ...due } = row
  return { ...(due as Omit<DueSearch, 'hours'>), hours: toHours({ country, zone, quietFrom, quietUntil }) }
}

/** Puts a claimed telling off. */
export async function postponeTelling(tx: Transaction, id: SavedSearchId, until: Date): Promise<void> {
  await tx.execute(sql`update saved_searches set due_at = ${until.toISOString()} where id = ${id}`)
}

/** Ends a claimed telling: what was told stays told, and what waited but is found no more is forgotten. */
export async function endTelling(
  tx: Transaction,
  id: SavedSearchId,
  telling: { readonly now: Date; readonly told: readonly string[]; readonly gone: readonly string[] },
): Promise<void> {
  const now = telling.now.toISOString()
  await tx.execute(sql`
    update search_findings set told_at = ${now} where saved_search_id = ${id} and thing_id = any(${uuids(telling.told)})`)
  await tx.execute(
    sql`delete from search_findings where saved_search_id = ${id} and thing_id = any(${uuids(telling.gone)})`,
  )
  await tx.execute(sql`
    update saved_searches set due_at = null, last_told_at = case when ${telling.told.length > 0} then ${now} else last_told_at end
    where id = ${id}`)
}
