/** What a search can be narrowed by. */
export const facets = ['kind', 'country', 'region', 'category', 'certificate', 'language', 'size'] as const
export type Facet = (typeof facets)[number]

/** Where a facet is filtered and where it is counted: a category filters at any depth, and is counted at its broadest. */
export const facetAttributes: Readonly<Record<Facet, { readonly filtered: string; readonly counted: string }>> = {
  kind: { filtered: 'kind', counted: 'kind' },
  country: { filtered: 'country', counted: 'country' },
  region: { filtered: 'region', counted: 'region' },
  category: { filtered: 'categories', counted: 'divisions' },
  certificate: { filtered: 'certificates', counted: 'certificates' },
  language: { filtered: 'languages', counted: 'languages' },
  size: { filtered: 'size', counted: 'size' },
}

export type FacetFilter = { readonly facet: Facet; readonly values: readonly string[] }
export type FacetCount = {
  readonly facet: Facet
  readonly values: readonly { readonly value: string; readonly count: number }[]
}

/** Values of one facet that an answer carries at most. */
export const facetValuesLimit = 100

/** A facet's value as one word, such as "country:CL". */
export const facetTerm = (facet: Facet, value: string): string => `${facet}:${value}`

/** All of a document's facets as terms. */
export const termsOf = (document: object): string[] =>
  facets.flatMap((facet) => {
    const value = (document as Readonly<Record<string, string | readonly string[] | null | undefined>>)[
      facetAttributes[facet].filtered
    ]
    return [value ?? []].flat().map((one) => facetTerm(facet, one))
  })

const isDivision = (value: string): boolean => /^\w+ \w\w$/.test(value)

/** Counted terms by facet, most first, broad categories only. */
export function countsOf(
  asked: readonly Facet[],
  terms: readonly { readonly term: string; readonly count: number }[],
): FacetCount[] {
  return asked.map((facet) => ({
    facet,
    values: terms
      .filter(({ term }) => term.startsWith(`${facet}:`))
      .map(({ term, count }) => ({ value: term.slice(facet.length + 1), count }))
      .filter(({ value }) => facet !== 'category' || isDivision(value))
      .slice(0, facetValuesLimit),
  }))
}
