import type { CategoryCode, NeedContent } from '@enlace/domain'
import { terms } from './analysis.ts'
import { shareOf } from './glossary/glossary.ts'

/** A need as retrieval reads it: each term and how much it counts, and the categories. */
export type NeedQuery = { readonly terms: ReadonlyMap<string, number>; readonly categories: readonly CategoryCode[] }

/** The words of the title, the text and the specification; saying a word again adds less each time. */
export function needQuery(
  need: Pick<NeedContent, 'title' | 'text' | 'specification' | 'language' | 'categories'>,
): NeedQuery {
  const times = new Map<string, number>()
  const body = need.text.startsWith(need.title) ? need.text.slice(need.title.length) : need.text
  const text = [need.title, body, ...need.specification.map((row) => row.text)].join('\n')
  for (const term of terms(text, need.language)) times.set(term, (times.get(term) ?? 0) + 1)
  const weigh = (term: string, count: number): number => Math.sqrt(count) * shareOf(term)
  return { terms: new Map([...times].map(([term, count]) => [term, weigh(term, count)])), categories: need.categories }
}
