import { languageOf, terms } from './analysis.ts'
import type { NeedQuery } from './need-query.ts'

/** The words of a text, as written, by which it meets a query, the most telling first; each stem once. */
export function metWords(
  text: string,
  language: string,
  query: NeedQuery['terms'],
  worth: (term: string) => number,
  limit: number,
): readonly string[] {
  const read = languageOf(text, language)
  const best = new Map<string, { readonly word: string; readonly worth: number }>()
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const said = terms(word, read)
    const met = said.filter((term) => query.has(term))
    const [stem] = said
    if (stem === undefined || met.length === 0 || best.has(stem)) continue
    best.set(stem, { word, worth: Math.max(...met.map((term) => (query.get(term) ?? 0) * worth(term))) })
  }
  return [...best.values()]
    .toSorted((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word)
}
