import { facetTerm, foldedWords, type FacetFilter } from '@enlace/search'

/** Words of one search that Postgres looks for at most. */
const wordLimit = 10

/** The words of a query as Postgres searches them. */
export const rowWords = (query: string): string[] => foldedWords(query).slice(0, wordLimit)

/** A filter as the terms of which a document must have any. */
export const rowTerms = ({ facet, values }: FacetFilter): string[] => values.map((value) => facetTerm(facet, value))
