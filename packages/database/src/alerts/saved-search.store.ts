import { sql } from 'drizzle-orm'

import type { SavedSearchView } from '@enlace/contracts'
import {
  savedSearchLimit,
  type AskedSearch,
  type OrganisationId,
  type Rhythm,
  type SavedSearchId,
  type SearchedThings,
  type UserId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

type Row = Record<string, unknown> &
  Omit<SavedSearchView, 'query' | 'filters'> & { readonly asked: AskedSearch; readonly waiting: number }
const columns = sql`id, searched, name, rhythm, asked, created_at as "createdAt", last_told_at as "lastToldAt", due_at as "dueAt",
  (select count(*)::int from search_findings where saved_search_id = saved_searches.id and told_at is null) as waiting`

const toView = ({ asked, ...row }: Row): SavedSearchView => ({
  ...row,
  ...asked,
  createdAt: toInstant(row.createdAt),
  lastToldAt: toInstantOrNull(row.lastToldAt),
  dueAt: toInstantOrNull(row.dueAt),
})

/** The searches that the actor saved for its organisation, newest first; ids rise with time. */
export async function listSavedSearches(tx: Transaction): Promise<SavedSearchView[]> {
  const rows = await tx.execute<Row>(sql`
    select ${columns} from saved_searches
    where organisation_id = acting_organisation() and user_id = acting_user() order by id desc limit ${savedSearchLimit}`)
  return rows.map(toView)
}

export type NewSavedSearch = {
  readonly id: SavedSearchId
  readonly organisationId: OrganisationId
  readonly userId: UserId
  readonly searched: SearchedThings
  readonly name: string
  readonly rhythm: Rhythm
  readonly asked: AskedSearch
  /** Folded words of letters and digits; each must begin some word of what is found. */
  readonly words: readonly string[]
  /** For each facet the terms of which any will do, such as "country:CL". */
  readonly terms: readonly (readonly string[])[]
}

/** Keeps a search; null where the person has as many as one may keep. Two at the same moment wait for each other. */
export async function insertSavedSearch(tx: Transaction, given: NewSavedSearch): Promise<SavedSearchView | null> {
  const owner = `saved searches of ${given.userId} for ${given.organisationId}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`)
  const [row] = await tx.execute<Row>(sql`
    insert into saved_searches (id, organisation_id, user_id, searched, name, rhythm, asked, words, terms)
    select ${given.id}::uuid, ${given.organisationId}::uuid, ${given.userId}::uuid, ${given.searched}, ${given.name}, ${given.rhythm},
      ${JSON.stringify(given.asked)}::jsonb, to_tsquery('simple', ${given.words.map((word) => `${word}:*`).join(' & ')}),
      ${JSON.stringify(given.terms)}::jsonb
    where (select count(*) from saved_searches where organisation_id = ${given.organisationId} and user_id = ${given.userId}) < ${savedSearchLimit}
    returning ${columns}`)
  return row === undefined ? null : toView(row)
}

/** One saved search of the actor as it stands until the transaction ends, or null. */
export async function lockSavedSearch(tx: Transaction, id: SavedSearchId): Promise<SavedSearchView | null> {
  await tx.execute(sql`select from saved_searches where id = ${id} for no key update`)
  const [row] = await tx.execute<Row>(sql`select ${columns} from saved_searches where id = ${id}`)
  return row === undefined ? null : toView(row)
}

/** Changes a locked saved search; one that is turned off forgets what waited to be told. */
export async function changeSavedSearch(
  tx: Transaction,
  id: SavedSearchId,
  change: { readonly name: string; readonly rhythm: Rhythm; readonly dueAt: Date | null },
): Promise<void> {
  await tx.execute(sql`
    update saved_searches set name = ${change.name}, rhythm = ${change.rhythm}, due_at = ${change.dueAt?.toISOString() ?? null}
    where id = ${id}`)
  if (change.rhythm === 'off')
    await tx.execute(sql`delete from search_findings where saved_search_id = ${id} and told_at is null`)
}

/** Forgets a saved search; false where the actor has none such. */
export async function deleteSavedSearch(tx: Transaction, id: SavedSearchId): Promise<boolean> {
  const rows = await tx.execute(sql`delete from saved_searches where id = ${id} returning id`)
  return rows.length === 1
}

/** Sets anew when the actor's searches tell what waits; one that tells nothing any more is left alone. */
export async function replanTellings(
  tx: Transaction,
  plan: readonly { readonly id: SavedSearchId; readonly at: Date | null }[],
): Promise<void> {
  if (plan.length === 0) return
  await tx.execute(sql`
    update saved_searches set due_at = given.at
    from jsonb_to_recordset(${JSON.stringify(plan)}::jsonb) as given (id uuid, at timestamptz)
    where saved_searches.id = given.id and saved_searches.due_at is not null`)
}
