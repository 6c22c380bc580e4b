import type { Limit } from './question.ts'
import type { RuledPairs } from './rules.ts'

/** How much of a pair meets, 0..1. */
export type Share = (pair: number) => number

/** A floor that is not met, with how many meetings it is short. */
export type Missing = { readonly limit: Limit; readonly short: number }

/** Which candidates meet, by their index, and what that comes to. */
export type Answer = {
  readonly chosen: readonly number[]
  readonly worth: number
  readonly missing: readonly Missing[]
}

/** What a selection in whole numbers comes to. */
export function answerOf(problem: RuledPairs, share: Share): Answer {
  return {
    chosen: problem.pairs.flatMap(({ candidate }, pair) => (share(pair) === 1 ? [candidate] : [])),
    worth: worthOf(problem, share),
    missing: missingOf(problem, share).flatMap((short, rule) => {
      const limit = problem.rules[rule]?.limit
      return short > 0 && limit !== undefined ? [{ limit, short }] : []
    }),
  }
}

/** Meetings under each rule. */
function countsOf({ pairs, rules }: RuledPairs, share: Share): number[] {
  const counts = rules.map(() => 0)
  for (const [pair, { rules: under }] of pairs.entries()) {
    const meets = share(pair)
    if (meets > 0) for (const rule of under) counts[rule] = (counts[rule] ?? 0) + meets
  }
  return counts
}

/** What a selection is worth: its pairs, and the first meetings of each participant. */
export function worthOf(problem: RuledPairs, share: Share): number {
  const counts = countsOf(problem, share)
  const firstsOf = (rule: number): number =>
    (problem.rules[rule]?.firsts ?? []).reduce(
      (sum, first, at) => sum + first * Math.min(1, Math.max(0, (counts[rule] ?? 0) - at)),
      0,
    )
  const pairs = problem.pairs.reduce((sum, { weight }, pair) => sum + weight * share(pair), 0)
  return counts.reduce((sum, _, rule) => sum + firstsOf(rule), pairs)
}

/** How many meetings the floor of each rule is short. */
export function missingOf(problem: RuledPairs, share: Share): number[] {
  const counts = countsOf(problem, share)
  return problem.rules.map(({ atLeast }, rule) => Math.max(0, atLeast - (counts[rule] ?? 0)))
}
