import type { Action } from '../identity/actions.ts'

export const rhythms = ['instant', 'daily', 'weekly', 'off'] as const
/** How often a saved search tells of what it found. */
export type Rhythm = (typeof rhythms)[number]

export const searchedThings = ['needs', 'suppliers'] as const
/** What a saved search looks through. */
export type SearchedThings = (typeof searchedThings)[number]

/** Who may save a search of this kind. */
export const savingAction = {
  needs: 'search.save-needs',
  suppliers: 'search.save-suppliers',
} as const satisfies Record<SearchedThings, Action>

/** Searches that one person keeps at most for one organisation. */
export const savedSearchLimit = 50

/** Results that one telling lists at most; the search itself shows the others. */
export const toldLimit = 20

/** What is asked: words, and for each facet the values any of which will do. */
export type AskedSearch = {
  readonly query: string
  readonly filters: Readonly<Record<string, readonly string[]>>
}

const pages: Readonly<Record<SearchedThings, string>> = { needs: '/open-needs', suppliers: '/suppliers' }

/** Where a thing that was found is read. */
export const foundAddress = (searched: SearchedThings, id: string): string => `${pages[searched]}/${id}`

/** The page of a search with its words and filters, the newest first. */
export function searchAddress(searched: SearchedThings, { query, filters }: AskedSearch): string {
  const values = Object.entries(filters).flatMap(([name, list]) => list.map((value) => [name, value] as const))
  const asked = [...(query === '' ? [] : [['query', query] as const]), ...values, ['sort', 'newest'] as const]
  return `${pages[searched]}?${asked.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
