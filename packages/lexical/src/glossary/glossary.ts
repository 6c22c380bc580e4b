import { foodWords } from './food-words.ts'
import { industryWords } from './industry-words.ts'
import { miningWords } from './mining-words.ts'
import { plainWords } from './plain-words.ts'
import { serviceWords } from './service-words.ts'

/** The order in which a line of the glossary names its languages. */
export const glossaryLanguages = ['en', 'es', 'pt', 'fr'] as const

/** Its lines: one meaning each, the languages parted by "=", their words by blanks. */
export const glossaryLines: readonly string[] = [
  industryWords,
  miningWords,
  foodWords,
  serviceWords,
  plainWords,
].flatMap((text) => text.trim().split('\n'))

/** The words a line has for its meaning in one language. */
export const wordsIn = (line: string, language: string): readonly string[] => {
  const column = glossaryLanguages.findIndex((name) => name === language)
  return line.split('=')[column]?.trim().split(/\s+/) ?? []
}

/** No word of a text begins with this, so a meaning is never taken for one. */
const mark = '~'

/** Whether a term is a meaning rather than a word. */
export const isMeaning = (term: string): boolean => term.startsWith(mark)

/** What a meaning counts beside the word itself: enough to bring languages together, too little to blur one language's own words. */
export const meaningShare = 0.2

/** What a term counts beside others, before it is known how rare it is. */
export const shareOf = (term: string): number => (isMeaning(term) ? meaningShare : 1)

/** The trade words of one language by their stems, each with its meanings; a meaning has one name in all languages. */
export function glossaryOf(language: string, stem: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  const meanings = new Map<string, string[]>()
  glossaryLines.forEach((line, number) => {
    for (const one of new Set(wordsIn(line, language).map(stem))) {
      const known = meanings.get(one)
      if (known === undefined) meanings.set(one, [`${mark}${number}`])
      else known.push(`${mark}${number}`)
    }
  })
  return meanings
}
