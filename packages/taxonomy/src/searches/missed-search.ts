import { divisionAt, divisionPath, type MissedSearch, type SearchedThings } from '@enlace/domain'
import { suggestCategories } from '../categories/suggest-categories.ts'
import { findRegion } from '../places/region.ts'
import { keptWords } from './kept-words.ts'

/** A search as it was asked, before anything of it is kept. */
export type AskedOf = {
  readonly query: string
  readonly country: readonly string[]
  readonly region: readonly string[]
  readonly category: readonly string[]
}

/** A category guessed with less than this is no guess. */
const sureEnough = 0.3

const only = (values: readonly string[]): string => (values.length === 1 ? (values[0] ?? '') : '')

/** What of a search may be kept, and what it was about; a region only by a name that we know ourselves. */
export function missedSearch(searched: SearchedThings, { query, ...asked }: AskedOf): MissedSearch {
  const words = keptWords(query)
  const division = divisionAt(only(asked.category))
  const [guess] = division === null && words !== '' ? suggestCategories(words, 'en', 1) : []
  const category = division ?? (guess !== undefined && guess.score >= sureEnough ? guess.code : null)
  const country = only(asked.country)
  const region = findRegion(country === '' ? null : country, only(asked.region))
  return {
    searched,
    words,
    category: category === null ? '' : divisionPath(category),
    country: region?.country ?? country,
    region: region?.region ?? '',
  }
}
