import type { Judgements } from './evaluation-set.ts'

/** A system's answers: query id → supplier ids, best first. */
export type Run = ReadonlyMap<string, readonly string[]>

export type Metrics = {
  readonly queries: number
  readonly recallAt10: number
  readonly recallAt50: number
  readonly recallAt100: number
  /** Mean reciprocal rank of the first good answer within the first hundred. */
  readonly mrr: number
  readonly ndcgAt10: number
  /** Share of queries that got no answer at all. */
  readonly empty: number
}

const discount = (place: number): number => 1 / Math.log2(place + 2)

function measureQuery(found: readonly string[], good: ReadonlyMap<string, number>): Omit<Metrics, 'queries'> {
  const recall = (depth: number): number => found.slice(0, depth).filter((id) => good.has(id)).length / good.size
  const first = found.slice(0, 100).findIndex((id) => good.has(id))
  const gain = found.slice(0, 10).reduce((sum, id, place) => sum + (good.get(id) ?? 0) * discount(place), 0)
  const ideal = [...good.values()]
    .toSorted((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, grade, place) => sum + grade * discount(place), 0)
  return {
    recallAt10: recall(10),
    recallAt50: recall(50),
    recallAt100: recall(100),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    ndcgAt10: gain / ideal,
    empty: found.length === 0 ? 1 : 0,
  }
}

/** The means over the judged queries, or over the part of them that `only` keeps. */
export function measure(run: Run, judgements: Judgements, only: (query: string) => boolean = () => true): Metrics {
  const rows = [...run].flatMap(([query, found]) => {
    const good = judgements.get(query)
    return good === undefined || good.size === 0 || !only(query) ? [] : [measureQuery(found, good)]
  })
  const mean = (name: keyof Omit<Metrics, 'queries'>): number =>
    rows.reduce((sum, row) => sum + row[name], 0) / Math.max(1, rows.length)
  return {
    queries: rows.length,
    recallAt10: mean('recallAt10'),
    recallAt50: mean('recallAt50'),
    recallAt100: mean('recallAt100'),
    mrr: mean('mrr'),
    ndcgAt10: mean('ndcgAt10'),
    empty: mean('empty'),
  }
}
