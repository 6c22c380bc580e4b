import { tokens } from '@enlace/lexical'

import type { EvaluationSet, SetSupplier } from './evaluation-set.ts'
import type { Run } from './metrics.ts'

export const runDepth = 100

const referencesOf = ({ content }: SetSupplier): string => content.references.map(({ text }) => text).join(' ')
const worksOf = (supplier: SetSupplier): string =>
  [referencesOf(supplier), ...supplier.content.capabilities.map(({ text }) => text)].join(' ')

/** Everybody gets the suppliers with most contracts. */
export function mostPopular({ suppliers, queries }: EvaluationSet): Run {
  const best = suppliers
    .toSorted((a, b) => b.contracts - a.contracts || (a.id < b.id ? -1 : 1))
    .slice(0, runDepth)
    .map(({ id }) => id)
  return new Map(queries.map(({ id }) => [id, best]))
}

/** The textbook: BM25 with k1 1.2 and b 0.75 over one text a supplier, words as written but for case and accents. */
export function plainBm25({ suppliers, queries }: EvaluationSet): Run {
  const postings = new Map<string, { readonly order: number; readonly times: number }[]>()
  const lengths = suppliers.map((supplier, order) => {
    const words = tokens(supplier.content.references.length > 0 ? referencesOf(supplier) : worksOf(supplier))
    const times = new Map<string, number>()
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
    for (const [word, count] of times) {
      const list = postings.get(word)
      if (list === undefined) postings.set(word, [{ order, times: count }])
      else list.push({ order, times: count })
    }
    return words.length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const rank = (text: string): readonly string[] => {
    const scores = new Map<number, number>()
    for (const word of tokens(text)) {
      const list = postings.get(word) ?? []
      const rarity = Math.log(1 + (suppliers.length - list.length + 0.5) / (list.length + 0.5))
      for (const { order, times } of list) {
        const gain = (times * 2.2) / (times + 1.2 * (0.25 + (0.75 * (lengths[order] ?? 0)) / average))
        scores.set(order, (scores.get(order) ?? 0) + rarity * gain)
      }
    }
    return [...scores]
      .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, runDepth)
      .flatMap(([order]) => suppliers[order]?.id ?? [])
  }
  return new Map(queries.map(({ id, content }) => [id, rank(content.text)]))
}
