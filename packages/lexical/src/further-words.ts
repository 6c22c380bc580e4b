import type { GlossaryLine } from '@enlace/domain'
import { terms } from './analysis.ts'
import { isMeaning } from './glossary/glossary.ts'

/** A word that an own line brings to what is said in one of some texts, by the place of that text among them. */
export type FurtherWord = { readonly word: string; readonly order: number }

/** So many words do own lines bring to a need, or to a passport, at most: more lines add nothing. */
export const mostFurther = 60

const withoutMeanings = (words: readonly string[]): readonly string[] => words.filter((word) => !isMeaning(word))
const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `
const stems = (text: string, language: string): readonly string[] => withoutMeanings(terms(text, language))

/** What a line is met by in texts of one language: its phrases as that language would bend them, since a text may use words of another. */
const asSaid = ({ phrases }: GlossaryLine, language: string): readonly string[] =>
  phrases.map(({ text }) => stems(text, language)).flatMap((words) => (words.length === 0 ? [] : [spaced(words)]))

type Read = readonly (readonly [GlossaryLine, readonly string[]])[]
const read = new WeakMap<readonly GlossaryLine[], Map<string, Read>>()

/** Lines are never changed in place, so what was read of them is kept as long as they are: one buyer has many needs. */
function readLines(lines: readonly GlossaryLine[], language: string): Read {
  const known = read.get(lines) ?? new Map<string, Read>()
  const met = known.get(language) ?? lines.map((line) => [line, asSaid(line, language)] as const)
  read.set(lines, known.set(language, met))
  return met
}

/**
 * The words that own lines bring to texts, given as their terms: where a text says one phrase of a line, the words of its
 * other phrases, each in its own language. A word counts once, and none that a text says itself.
 */
export function furtherWords(
  texts: readonly (readonly string[])[],
  language: string,
  lines: readonly GlossaryLine[],
): readonly FurtherWord[] {
  if (lines.length === 0) return []
  const said = texts.map(withoutMeanings)
  const spoken = said.map(spaced)
  const all = spoken.join('\n')
  const own = new Set(said.flat())
  const further = new Map<string, number>()
  for (const [{ phrases }, written] of readLines(lines, language)) {
    const met = written.filter((phrase) => all.includes(phrase))
    if (met.length === 0) continue
    const order = spoken.findIndex((text) => met.some((phrase) => text.includes(phrase)))
    for (const word of phrases.flatMap((phrase) => stems(phrase.text, phrase.language)))
      if (!own.has(word) && !further.has(word) && further.size < mostFurther) further.set(word, order)
  }
  return [...further].map(([word, order]) => ({ word, order }))
}
