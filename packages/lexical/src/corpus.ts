import { numberOf } from './postings.ts'
import type { Said } from './scorer.ts'

/** What words are measured against: how many entries, words and passports there are, and how many entries hold a term. */
export type Corpus = {
  readonly entries: number
  readonly words: number
  readonly passports: number
  /** By the number of the term. */
  readonly holders: (term: number | null) => number
}

/** A corpus as it would be if some of its passports were not there. */
export function without(all: Corpus, passports: readonly Said[]): Corpus {
  const entries = passports.flatMap((passport) => passport.entries)
  const held = new Map<number, number>()
  for (const { terms } of passports)
    for (const pair of terms) held.set(numberOf(pair), (held.get(numberOf(pair)) ?? 0) + 1)
  return {
    entries: all.entries - entries.length,
    words: all.words - entries.reduce((sum, { length }) => sum + length, 0),
    passports: all.passports - passports.length,
    holders: (term) => all.holders(term) - (held.get(term ?? -1) ?? 0),
  }
}
