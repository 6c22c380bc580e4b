import type { NeedContent } from '@enlace/domain'
import { terms } from './analysis.ts'

/** A need as the lexical index reads it: each term and how much it counts. */
export type NeedQuery = ReadonlyMap<string, number>

/** The words of the title, the text and the specification; saying a word again adds less each time. */
export function needQuery(need: Pick<NeedContent, 'title' | 'text' | 'specification' | 'language'>): NeedQuery {
  const times = new Map<string, number>()
  const texts = [need.title, need.text.startsWith(need.title) ? need.text.slice(need.title.length) : need.text, ...need.specification.map((row) => row.text)]
  for (const term of terms(texts.join('\n'), need.language)) times.set(term, (times.get(term) ?? 0) + 1)
  return new Map([...times].map(([term, count]) => [term, Math.sqrt(count)]))
}
