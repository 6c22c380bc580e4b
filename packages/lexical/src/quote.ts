import { terms } from './analysis.ts'
import type { NeedQuery } from './need-query.ts'

const longestQuote = 240

const sentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The sentence of a text that shares most with the query, as written; `worth` is what a term of the query is worth. */
export function bestSentence(
  text: string,
  language: string,
  query: NeedQuery['terms'],
  worth: (term: string) => number,
): string {
  let best = ''
  let most = -1
  for (const sentence of sentences(text)) {
    const shared = new Set(terms(sentence, language).filter((term) => query.has(term)))
    const sum = [...shared].reduce((total, term) => total + worth(term), 0)
    if (sum > most) [best, most] = [sentence, sum]
  }
  return best.length <= longestQuote ? best : `${best.slice(0, longestQuote - 1).trimEnd()}…`
}
