import { significantDigits } from '@enlace/domain'
import type { Facet, FacetFilter } from '@enlace/search'

/** A category as documents name it: "CPV 44500000" is "CPV 445". */
const categoryPath = (asked: string): string => {
  const [scheme = '', code = ''] = asked.split(' ')
  return `${scheme} ${significantDigits(code)}`
}

/** The filters of a query: those facets of which some value was asked for. */
export const filtersOf = (query: Readonly<Record<string, unknown>>, facets: readonly Facet[]): FacetFilter[] =>
  facets
    .map((facet) => {
      const values = (query[facet] ?? []) as readonly string[]
      return { facet, values: facet === 'category' ? values.map(categoryPath) : values }
    })
    .filter(({ values }) => values.length > 0)
