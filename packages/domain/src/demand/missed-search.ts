import type { CategoryCode } from '../categories/category.ts'
import type { SearchedThings } from '../alerts/saved-search.ts'

/** A search that finds no more than this found next to nothing. */
export const fewFound = 2
/** Words that fewer organisations searched are shown to nobody: they could tell who asked. */
export const leastOrganisations = 3
/** A missed search is forgotten after so many days. */
export const missesKeptDays = 400

/** What was sought and hardly found, without anything of who sought it. */
export type MissedSearch = {
  readonly searched: SearchedThings
  /** Folded words, or '' where none may be kept. */
  readonly words: string
  /** A division's path such as "CPV 44", or ''. */
  readonly category: string
  /** '' where neither asked for nor known of the organisation. */
  readonly country: string
  readonly region: string
}

/** How often suppliers of one kind were sought in one region and hardly found. */
export type MissedCount = {
  readonly category: CategoryCode | null
  readonly country: string | null
  readonly region: string | null
  readonly searches: number
}

/** Whether a search says that something is lacking: it asked for something and found next to nothing. */
export const isMissed = (asked: { readonly isNarrowed: boolean; readonly total: number }): boolean =>
  asked.isNarrowed && asked.total <= fewFound

/** Whether one search is another one while it is being typed. */
export const isSameTyping = (before: string, after: string): boolean => {
  const [a, b] = [before.trim().toLowerCase(), after.trim().toLowerCase()]
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a))
}
