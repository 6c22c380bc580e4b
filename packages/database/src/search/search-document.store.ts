import { sql } from 'drizzle-orm'

import { texts, uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'
import type { SearchIndexName } from './index-source.store.ts'

/** A document as Postgres searches it; `words` are folded and weigh in the order they are given in. */
export type SearchRow = {
  readonly id: string
  readonly stamp: string
  readonly facets: readonly string[]
  readonly words: { readonly title: string; readonly main: string; readonly rest: string }
  readonly sortName: string
  readonly publishedMs: number
  readonly deadline: number
}

/** Adds or replaces documents, in one statement. */
export async function writeSearchRows(
  tx: Transaction,
  name: SearchIndexName,
  rows: readonly SearchRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into search_documents (name, id, stamp, facets, words, sort_name, published_ms, deadline)
    select ${name}, given.id, given.stamp, array(select jsonb_array_elements_text(given.facets)),
      setweight(to_tsvector('simple', given.words ->> 'title'), 'A') || setweight(to_tsvector('simple', given.words ->> 'main'), 'B')
        || setweight(to_tsvector('simple', given.words ->> 'rest'), 'D'),
      given."sortName", given."publishedMs", given.deadline
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (id uuid, stamp text, facets jsonb, words jsonb, "sortName" text, "publishedMs" bigint, deadline int)
    on conflict (name, id) do update set stamp = excluded.stamp, facets = excluded.facets, words = excluded.words,
      sort_name = excluded.sort_name, published_ms = excluded.published_ms, deadline = excluded.deadline`)
}

export async function removeSearchRows(tx: Transaction, name: SearchIndexName, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx.execute(sql`delete from search_documents where name = ${name} and id = any(${uuids(ids)})`)
}

/** Id → stamp of all documents of an index. */
export async function readSearchStamps(tx: Transaction, name: SearchIndexName): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; stamp: string }>(
    sql`select id, stamp from search_documents where name = ${name}`,
  )
  return new Map(rows.map((row) => [row.id, row.stamp]))
}

export async function countSearchRows(tx: Transaction, name: SearchIndexName): Promise<number> {
  const [row] = await tx.execute<{ held: number }>(
    sql`select count(*)::int as held from search_documents where name = ${name}`,
  )
  return row?.held ?? 0
}

/** More changed things than this are not worth telling the index to leave out. */
export const staleLimit = 500

/**
 * Ids of things that the index must leave out for the actor: those it may hold as they no longer are, and suppliers behind
 * a wall. Null where the index cannot be trusted at all.
 */
export async function readLeftOut(tx: Transaction, name: SearchIndexName): Promise<string[] | null> {
  const [row] = await tx.execute<{ stale: string[] | null; walls: string[] }>(sql`
    select search_stale(${name}, ${staleLimit + 1}) as stale,
      case when ${name}::text = 'suppliers' then acting_walls() else '{}' end as walls`)
  if (row === undefined || row.stale === null || row.stale.length > staleLimit) return null
  return [...row.stale, ...row.walls]
}

export type RowQuery = {
  /** Folded words of letters and digits; each must begin some word of what is found. */
  readonly words: readonly string[]
  readonly onlyNames: boolean
  /** By facet: any of these terms, such as "country:CL". */
  readonly filters: readonly { readonly facet: string; readonly terms: readonly string[] }[]
  readonly sort: 'relevance' | 'newest' | 'name' | 'deadline'
  /** First and last day (yyyymmdd) that a deadline may lie on. */
  readonly deadline: { readonly from: number; readonly until: number } | null
  readonly offset: number
  readonly limit: number
  /** What stamps of documents begin with; others were made from another shape. */
  readonly shape: string
}
export type FoundRows = {
  readonly ids: readonly string[]
  readonly total: number
  readonly terms: readonly { readonly term: string; readonly count: number }[]
}

const orders = {
  relevance: sql`relevance desc, published_ms desc, id`,
  newest: sql`published_ms desc, id`,
  name: sql`sort_name, id`,
  deadline: sql`deadline, published_ms desc, id`,
}
const rowsOf = {
  suppliers: sql`passports on passports.organisation_id = document.id and passports.state = 'published'
    and document.stamp = (select shape from asked) || '.' || passports.changed_xid::text`,
  needs: sql`needs on needs.id = document.id and needs.state = 'published' and needs.confidentiality <> 'invited'
    and document.stamp = (select shape from asked) || '.' || needs.changed_xid::text`,
}

/**
 * Searches without the search index, in one statement. Only documents that were made from the row as the actor sees
 * it now are found, so nothing stale is counted either.
 */
export async function findSearchRows(tx: Transaction, name: SearchIndexName, query: RowQuery): Promise<FoundRows> {
  const all = query.filters.map((_, index) => sql`met[${index + 1}]`)
  const every = (parts: typeof all) => (parts.length === 0 ? sql`true` : sql.join(parts, sql` and `))
  const words = query.words.map((word) => `${word}:*${query.onlyNames ? 'A' : ''}`).join(' & ')
  const filtered = query.filters.map((filter) => `${filter.facet}:`)
  const ownCounts = query.filters.map(
    ({ facet }, own) => sql`union all
      select term from found, unnest(facets) as term where starts_with(term, ${`${facet}:`}) and ${every(all.filter((_, index) => index !== own))}`,
  )
  const [row] = await tx.execute<{ ids: string[]; total: number; terms: { term: string; count: number }[] }>(sql`
    with asked as (select ${query.shape}::text as shape, to_tsquery('simple', ${words}) as words),
    found as materialized (
      select document.id, document.facets, document.published_ms, document.sort_name, document.deadline,
        ts_rank(document.words, (select words from asked)) as relevance,
        array[${
          query.filters.length === 0
            ? sql`true`
            : sql.join(
                query.filters.map(({ terms }) => sql`document.facets && ${texts(terms)}`),
                sql`, `,
              )
        }] as met
      from search_documents as document join ${rowsOf[name]}
      where document.name = ${name} and (${words} = '' or document.words @@ (select words from asked))
        and document.deadline between ${query.deadline?.from ?? 0} and ${query.deadline?.until ?? 99_999_999}
    ),
    terms as (
      select term from found, unnest(facets) as term where ${every(all)} and not (split_part(term, ':', 1) || ':' = any(${texts(filtered)}))
      ${ownCounts.length === 0 ? sql`` : sql.join(ownCounts, sql` `)}
    )
    select (select count(*)::int from found where ${every(all)}) as total,
      array(select id from found where ${every(all)} order by ${orders[query.sort]} limit ${query.limit} offset ${query.offset}) as ids,
      coalesce((select jsonb_agg(counted) from (select term, count(*)::int from terms group by term order by count(*) desc, term) as counted), '[]') as terms`)
  return row ?? { ids: [], total: 0, terms: [] }
}
