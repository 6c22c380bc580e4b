import { terms } from './analysis.ts'
import type { NeedQuery } from './need-query.ts'

const longestQuote = 240

/** Most entries are one sentence, which is not taken apart. */
const sentences = (text: string): readonly string[] =>
  (/[.!?;]\s|\n/.test(text) ? text.split(/(?<=[.!?;])\s+|\n+/) : [text])
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The sentence of a text that shares most with the query, as written; `worth` is what a term of the query is worth. */
export function bestSentence(
  text: string,
  language: string,
  query: NeedQuery['terms'],
  worth: (term: string) => number,
): string {
  const all = sentences(text)
  let best = all[0] ?? ''
  let most = -1
  // Where there is one sentence there is nothing to choose.
  for (const sentence of all.length > 1 ? all : []) {
    const shared = new Set(terms(sentence, language).filter((term) => query.has(term)))
    const sum = [...shared].reduce((total, term) => total + worth(term), 0)
    if (sum > most) [best, most] = [sentence, sum]
  }
  return best.length <= longestQuote ? best : `${best.slice(0, longestQuote - 1).trimEnd()}…`
}
