import type { SelectionQuestion } from './question.ts'
import { ruledPairsOf } from './rules.ts'
import { answerOf, type Answer } from './worth.ts'

/** What a selection is measured against: the heaviest pair first, as long as every limit has room for it. */
export function selectGreedily(question: SelectionQuestion): Answer {
  const problem = ruledPairsOf(question)
  const room = problem.rules.map(({ atMost }) => atMost)
  const chosen = new Set<number>()
  const byWeight = [...problem.pairs.entries()].toSorted(([, a], [, b]) => b.weight - a.weight)
  for (const [pair, { rules }] of byWeight) {
    if (rules.some((rule) => room[rule] === 0)) continue
    chosen.add(pair)
    for (const rule of rules) room[rule] = (room[rule] ?? 0) - 1
  }
  return answerOf(problem, (pair) => (chosen.has(pair) ? 1 : 0))
}
