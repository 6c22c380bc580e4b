import type { Settings } from 'meilisearch'

/** What an index is called, which attribute names a document, and how the index is set up. */
export type IndexPlan = { readonly name: string; readonly nameAttribute: string; readonly settings: Settings }

/** Attributes that are compared with a value or counted, never searched for among themselves. */
export const counted = (attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
})
/** Attributes that are numbers with an order. */
export const ordered = (attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: true } },
})

/** Words that say nothing about a trade, in the languages our texts are in. */
const stopWords = (
  'a an and at by for from in into is of on or our the to with we ' +
  'al con de del el en la las los lo o para por que se su un una y e ' +
  'ao aos as com da das do dos em na nas no nos os ou pelo pela um uma'
).split(' ')

/** One thing, several names; kept small, since the names of categories already join languages. */
const synonymGroups = [
  ['sme', 'pyme', 'pme'],
  ['ppe', 'epp', 'epi'],
  ['hse', 'ehs', 'sst'],
  ['hvac', 'climatización', 'climatização'],
  ['software', 'programas'],
  ['freight', 'flete', 'frete'],
  ['bolt', 'perno', 'parafuso'],
  ['pump', 'bomba'],
]
const synonyms = Object.fromEntries(
  synonymGroups.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)])),
)

/** What both indexes share. */
export const commonSettings: Settings = {
  // A sort that somebody chose comes first; without one, the words decide.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'publishedAt:desc'],
  stopWords,
  synonyms,
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnNumbers: true,
    disableOnAttributes: ['certificates'],
  },
  // Each of the next three makes writing several times faster and the index smaller.
  facetSearch: false,
  proximityPrecision: 'byAttribute',
  faceting: { maxValuesPerFacet: 200 },
  pagination: { maxTotalHits: 200_000 },
  searchCutoffMs: 600,
}
