import { sql, type SQL } from 'drizzle-orm'

import type { AlertHours, Rhythm, SavedSearchId, SearchedThings } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'
import type { SearchRow } from '../search/search-document.store.ts'
import { hoursColumns, toHours, type HoursRow } from './alert-hours.store.ts'

/** Documents as a saved search is compared with them. */
const documentsOf = (rows: readonly SearchRow[]): SQL => sql`
  select given.id, given.deadline, array(select jsonb_array_elements_text(given.facets)) as facets,
    to_tsvector('simple', concat_ws(' ', given.words ->> 'title', given.words ->> 'main', given.words ->> 'rest')) as words
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, facets jsonb, words jsonb, deadline int)`
/** Whether a document is one that a saved search finds, as searching without the index would; 0 is no deadline. */
const meets = sql`(numnode(saved_searches.words) = 0 or document.words @@ saved_searches.words)
  and not exists (select from jsonb_array_elements(saved_searches.terms) as any_of
    where not document.facets && array(select jsonb_array_elements_text(any_of)))
  and (document.deadline = 0 or document.deadline >= to_char(clock_timestamp() at time zone 'UTC', 'YYYYMMDD')::int)`

/** A saved search that found something new, and what decides when it is told. */
export type Finder = { readonly id: SavedSearchId; readonly rhythm: Rhythm; readonly hours: AlertHours }

/**
 * Keeps what saved searches find among these documents and had not found before. The searches are locked in one order
 * until the transaction ends, which must then set when they tell: so nothing is found behind the back of a telling.
 */
export async function keepFindings(
  tx: Transaction,
  searched: SearchedThings,
  documents: readonly SearchRow[],
): Promise<Finder[]> {
  if (documents.length === 0) return []
  const found = await tx.execute<{ id: SavedSearchId }>(sql`
    with document as materialized (${documentsOf(documents)}), kept as (
      insert into search_findings (saved_search_id, thing_id)
      select saved_searches.id, document.id from saved_searches join document on ${meets}
      where saved_searches.searched = ${searched} and saved_searches.rhythm <> 'off'
        and (${searched}::text = 'needs' or document.id <> all (walls_of(saved_searches.organisation_id)))
      order by saved_searches.id, document.id
      on conflict do nothing returning saved_search_id
    )
    select distinct saved_search_id as id from kept`)
  if (found.length === 0) return []
  const rows = await tx.execute<{ id: SavedSearchId; rhythm: Rhythm } & HoursRow & Record<string, unknown>>(sql`
    select saved_searches.id, saved_searches.rhythm, ${hoursColumns}
    from saved_searches join organisations on organisations.id = saved_searches.organisation_id
      left join alert_hours on alert_hours.user_id = saved_searches.user_id
    where saved_searches.id = any(${uuids(found.map(({ id }) => id))})
    order by saved_searches.id for no key update of saved_searches`)
  return rows.map((row) => ({ id: row.id, rhythm: row.rhythm, hours: toHours(row) }))
}

/** Sets when saved searches tell, unless they tell sooner anyway. */
export async function setDue(
  tx: Transaction,
  due: readonly { readonly id: SavedSearchId; readonly at: Date }[],
): Promise<void> {
  if (due.length === 0) return
  await tx.execute(sql`
    update saved_searches set due_at = least(saved_searches.due_at, given.at)
    from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as given (id uuid, at timestamptz) where saved_searches.id = given.id`)
}

/** What waits to be told by a saved search. */
export async function listWaiting(tx: Transaction, id: SavedSearchId): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select thing_id as id from search_findings where saved_search_id = ${id} and told_at is null`)
  return rows.map((row) => row.id)
}

/** Which of these documents a saved search finds. */
export async function findAmong(
  tx: Transaction,
  id: SavedSearchId,
  documents: readonly SearchRow[],
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with document as materialized (${documentsOf(documents)})
    select document.id from document join saved_searches on saved_searches.id = ${id} and ${meets}
    where saved_searches.searched = 'needs' or document.id <> all (walls_of(saved_searches.organisation_id))`)
  return rows.map((row) => row.id)
}
