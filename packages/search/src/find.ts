import type { MultiSearchQuery } from 'meilisearch'

import { documentKey } from './document.ts'
import { type Facet, facetAttributes, type FacetCount, type FacetFilter, facetValuesLimit } from './facets.ts'
import type { IndexPlan } from './index-plan.ts'
import type { Search } from './search.ts'

export type FindQuery = {
  readonly words: string
  readonly filters: readonly FacetFilter[]
  /** Facets to be counted. */
  readonly facets: readonly Facet[]
  readonly sort: 'relevance' | 'newest' | 'name' | 'deadline'
  /** First and last day (yyyymmdd) that a deadline may lie on. */
  readonly deadline: { readonly from: number; readonly until: number } | null
  /** Things that are left out of answer and counts, since the index may hold them as they no longer are. */
  readonly without: readonly string[]
  readonly offset: number
  readonly limit: number
  /** Whether only names and titles are looked at, and the last word may be half typed. */
  readonly onlyNames?: boolean
}
export type Found = { readonly ids: readonly string[]; readonly total: number; readonly facets: readonly FacetCount[] }

const orders: Readonly<Record<FindQuery['sort'], string[]>> = {
  relevance: [],
  newest: ['publishedAt:desc'],
  name: ['sortName:asc'],
  deadline: ['deadline:asc', 'publishedAt:desc'],
}

const list = (values: readonly string[]): string => values.map((value) => JSON.stringify(value)).join(', ')

function filterOf(query: FindQuery, except: Facet | null): string[] {
  const { deadline, without } = query
  return [
    ...query.filters
      .filter(({ facet }) => facet !== except)
      .map(({ facet, values }) => `${facetAttributes[facet].filtered} IN [${list(values)}]`),
    ...(deadline === null ? [] : [`deadline ${deadline.from} TO ${deadline.until}`]),
    ...(without.length === 0 ? [] : [`key NOT IN [${without.map(documentKey).join(', ')}]`]),
  ]
}

const toCount = (facet: Facet, distribution: Readonly<Record<string, number>> | undefined): FacetCount => ({
  facet,
  values: Object.entries(distribution ?? {})
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, facetValuesLimit),
})

/**
 * Ids of what is found, best first, with counts, in one request. Rejects when the server is away, late or without
 * the index; whoever asks reads the rows anew and shows only what its reader may see.
 */
export async function findInIndex(
  { meili, prefix }: Search,
  { name, nameAttribute }: IndexPlan,
  query: FindQuery,
): Promise<Found> {
  const indexUid = prefix + name
  const common = {
    indexUid,
    q: query.words,
    // Where words must not all be met, the commonest are let go first; a chosen order has no place for half-met ones.
    matchingStrategy: query.sort === 'relevance' ? ('frequency' as const) : ('all' as const),
    attributesToRetrieve: ['id'],
    ...(query.onlyNames === true ? { attributesToSearchOn: [nameAttribute] } : {}),
  }
  const filtered = query.filters.map(({ facet }) => facet).filter((facet) => query.facets.includes(facet))
  const main: MultiSearchQuery = {
    ...common,
    filter: filterOf(query, null),
    sort: orders[query.sort],
    offset: query.offset,
    limit: query.limit,
    facets: query.facets.filter((facet) => !filtered.includes(facet)).map((facet) => facetAttributes[facet].counted),
  }
  const others = filtered.map((facet): MultiSearchQuery => ({
    ...common,
    filter: filterOf(query, facet),
    limit: 0,
    facets: [facetAttributes[facet].counted],
  }))
  const { results } = await meili.multiSearch({ queries: [main, ...others] })
  const [first, ...rest] = results
  if (first === undefined) throw new Error('the search index gave no answer')
  return {
    ids: first.hits.map((hit) => String(hit['id'])),
    total: first.estimatedTotalHits ?? 0,
    facets: query.facets.map((facet) => {
      const own = filtered.indexOf(facet)
      return toCount(facet, (own < 0 ? first : rest[own])?.facetDistribution?.[facetAttributes[facet].counted])
    }),
  }
}
