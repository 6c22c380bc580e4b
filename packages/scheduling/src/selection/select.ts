import type { Bar } from './barred.ts'
import { bottlenecksOf, type Bottleneck } from './bottleneck.ts'
import { openProgram, type Aim, type Program, type Solution } from './program.ts'
import type { SelectionQuestion } from './question.ts'
import { ruledPairsOf, type RuledPairs } from './rules.ts'
import { answerOf, missingOf, worthOf, type Answer, type Share } from './worth.ts'

export type Selection = Answer & {
  /** No selection that misses as few meetings of floors is worth more. */
  readonly bound: number
  /** What blocks the floors that are not met. Where their shortfalls add up to what is missing, no selection misses less. */
  readonly bottlenecks: readonly Bottleneck[]
  readonly barred: ReadonlyMap<number, Bar>
  /** Whether the linear program gave whole numbers by itself, so that worth and bound are the same. */
  readonly integral: boolean
  /** Pairs the program came to look at, of all that can meet, and how often it was solved. */
  readonly effort: { readonly pairs: number; readonly of: number; readonly solved: number }
}

export type SelectionOptions = {
  /** How many candidates of each participant the program starts with, and fetches at a time where others pay; from 1. */
  readonly top: number
  /** Seconds for a selection in whole numbers, where interpreters leave halves. */
  readonly wholeSeconds: number
}

const usual: SelectionOptions = { top: 8, wholeSeconds: 20 }

/** Differences below this are the solver's rounding. */
const rounding = 1e-6

/**
 * Chooses which pairs meet: the most floors met first, then the most worth. The answer holds for all candidates,
 * although the program sees few of them: whatever its prices say would pay is fetched until nothing is left that would.
 * It reckons without pause, for a second or so: not in a process that answers requests.
 */
export async function select(question: SelectionQuestion, options: Partial<SelectionOptions> = {}): Promise<Selection> {
  const { top, wholeSeconds } = { ...usual, ...options }
  const problem = ruledPairsOf(question)
  const program = await openProgram(problem)
  try {
    program.add(topOfEach(problem, new Map(problem.pairs.map(({ weight }, pair) => [pair, weight])), top))
    const best = solvePriced(problem, program, 'worth', top)
    let { solved } = best
    const bottlenecks: Bottleneck[] = []
    if (missingOf(problem, shareOf(best.solution)).some((short) => short > rounding)) {
      const floors = solvePriced(problem, program, 'floors', top)
      solved += floors.solved
      bottlenecks.push(...bottlenecksOf(problem, floors.solution.prices))
    }
    const integral = isWhole(best.solution)
    const share = shareOf(integral ? best.solution : program.solveWhole(wholeSeconds))
    return {
      ...answerOf(problem, (pair) => Math.round(share(pair))),
      bound: worthOf(problem, shareOf(best.solution)),
      bottlenecks,
      barred: problem.barred,
      integral,
      effort: { pairs: program.size(), of: problem.pairs.length, solved },
    }
  } finally {
    program.close()
  }
}

const shareOf =
  ({ shares }: Solution): Share =>
  (pair) =>
    shares.get(pair) ?? 0

const isWhole = ({ shares }: Solution): boolean =>
  [...shares.values()].every((share) => Math.abs(share - Math.round(share)) < rounding)

/**
 * Solves, fetches the pairs that would pay most at the prices found, and does so again until none would. Not all at once:
 * the first prices are rough, and nearly everything seems to pay.
 */
function solvePriced(
  problem: RuledPairs,
  program: Program,
  aim: Aim,
  top: number,
): { solution: Solution; solved: number } {
  for (let solved = 1; ; solved += 1) {
    const solution = program.solve(aim)
    const gains = new Map<number, number>()
    for (const [pair, { weight, rules }] of problem.pairs.entries()) {
      if (program.has(pair)) continue
      const cost = rules.reduce((sum, rule) => sum + (solution.prices[rule] ?? 0), 0)
      const gain = (aim === 'worth' ? weight : 0) - cost
      if (gain > rounding) gains.set(pair, gain)
    }
    if (gains.size === 0) return { solution, solved }
    program.add(topOfEach(problem, gains, top))
  }
}

/** Of the pairs that gain something, those with which each participant gains most. */
function topOfEach({ pairs, rules }: RuledPairs, gains: ReadonlyMap<number, number>, top: number): number[] {
  const mine: number[][] = rules.map(() => [])
  for (const pair of gains.keys())
    for (const rule of pairs[pair]?.rules ?? []) if (rules[rule]?.limit.of === 'participant') mine[rule]?.push(pair)
  const gain = (pair: number): number => gains.get(pair) ?? 0
  return [...new Set(mine.flatMap((list) => list.toSorted((a, b) => gain(b) - gain(a)).slice(0, top)))]
}
