import type { CategoryCode, GlossaryLine, NeedContent } from '@enlace/domain'
import { languageOf, terms } from './analysis.ts'
import { furtherWords } from './further-words.ts'
import { meaningShare, shareOf } from './glossary/glossary.ts'

/** A need as retrieval reads it: each term and how much it counts, and the categories. */
export type NeedQuery = {
  readonly terms: ReadonlyMap<string, number>
  readonly categories: readonly CategoryCode[]
  /** Those of its terms that its buyer's own glossary brings. */
  readonly further: readonly string[]
}

type Worded = Pick<NeedContent, 'title' | 'text' | 'specification'>

/** What a need says in words: its title, its text and its specification, nothing twice. */
export function needText({ title, text, specification }: Worded): string {
  const body = text.startsWith(title) ? text.slice(title.length) : text
  return [title, body, ...specification.map((row) => row.text)].join('\n')
}

/** The words of a need; saying a word again adds less each time. What its buyer's own lines add counts as a meaning does. */
export function needQuery(
  need: Worded & Pick<NeedContent, 'language' | 'categories'>,
  lines: readonly GlossaryLine[] = [],
): NeedQuery {
  const text = needText(need)
  const said = terms(text, need.language)
  const times = new Map<string, number>()
  for (const term of said) times.set(term, (times.get(term) ?? 0) + 1)
  const weighed = new Map([...times].map(([term, count]) => [term, Math.sqrt(count) * shareOf(term)]))
  const further = furtherWords([said], languageOf(text, need.language), lines).map(({ word }) => word)
  for (const word of further) weighed.set(word, meaningShare)
  return { terms: weighed, categories: need.categories, further }
}
