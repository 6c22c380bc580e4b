import type { CategoryCode, NeedContent } from '@enlace/domain'
import { terms } from './analysis.ts'
import { shareOf } from './glossary/glossary.ts'

/** A need as retrieval reads it: each term and how much it counts, and the categories. */
export type NeedQuery = { readonly terms: ReadonlyMap<string, number>; readonly categories: readonly CategoryCode[] }

type Worded = Pick<NeedContent, 'title' | 'text' | 'specification'>

/** What a need says in words: its title, its text and its specification, nothing twice. */
export function needText({ title, text, specification }: Worded): string {
  const body = text.startsWith(title) ? text.slice(title.length) : text
  return [title, body, ...specification.map((row) => row.text)].join('\n')
}

/** The words of a need; saying a word again adds less each time. */
export function needQuery(need: Worded & Pick<NeedContent, 'language' | 'categories'>): NeedQuery {
  const times = new Map<string, number>()
  for (const term of terms(needText(need), need.language)) times.set(term, (times.get(term) ?? 0) + 1)
  const weigh = (term: string, count: number): number => Math.sqrt(count) * shareOf(term)
  return { terms: new Map([...times].map(([term, count]) => [term, weigh(term, count)])), categories: need.categories }
}
