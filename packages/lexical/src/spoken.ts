import { stopWords } from './stop-words.ts'
import { tokens } from './tokens.ts'

/** Whether the words of an entry count. */
export type EntryRule = (text: string, language: string) => boolean

/** Shorter texts are never judged: a title or a list of ten products is an honest entry. */
const judgedWords = 60
/** Of a text of so many words at least this share are said for the first time, however often a writer repeats himself. */
const leastDistinct = 0.35
/** No field of a passport holds more words; a text that does came in by another door. */
const mostWords = 1200
/** Of a text in sentences at least this share is grammar, in whichever of our languages. */
const leastGrammar = 0.05

const grammar: ReadonlySet<string> = new Set(Object.values(stopWords).flatMap((words) => [...words]))

/** How a text is made: its length in words, the share said for the first time, the share that is grammar. */
export function habitsOf(text: string): {
  readonly words: number
  readonly distinct: number
  readonly grammar: number
} {
  const words = tokens(text)
  const all = Math.max(1, words.length)
  return {
    words: words.length,
    distinct: new Set(words).size / all,
    grammar: words.filter((word) => grammar.has(word)).length / all,
  }
}

/** Whether a text is what somebody would say: neither the same words again and again nor a long list of bare words. */
export const isSpoken: EntryRule = (text) => {
  if (text.length < judgedWords * 3) return true
  const { words, distinct, grammar: joined } = habitsOf(text)
  return words < judgedWords || (words <= mostWords && distinct >= leastDistinct && joined >= leastGrammar)
}

/** An entry of which so much stands in a stuffed one is a piece of it. */
const pieceShare = 0.8

/** The texts whose words count, as written; what a stuffed text says does not count in the others either. */
export function spokenTexts(texts: readonly string[], language: string, counts: EntryRule): readonly string[] {
  const stuffed = new Set(texts.filter((text) => !counts(text, language)).flatMap(tokens))
  if (stuffed.size === 0) return texts
  const isPiece = (text: string): boolean => {
    const words = tokens(text)
    return words.filter((word) => stuffed.has(word)).length >= pieceShare * Math.max(1, words.length)
  }
  return texts.map((text) => (isPiece(text) ? '' : text))
}
