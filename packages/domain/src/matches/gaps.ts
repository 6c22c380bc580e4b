import { type Appraisal, appraise } from './appraise.ts'
import { passesAll } from './gates/gates.ts'
import type { ClosableGap } from './match.ts'
import type { Pair } from './pair.ts'
import type { Remedy } from './remedies.ts'
import type { WeightProfile } from './weights.ts'

/**
 * What is missing, each with the score the match has once it is closed: the remedy is applied and the pair is scored
 * again, so the promise is exact. What helps most comes first; what would change nothing is left out, unless a gate asks for it.
 */
export function findGaps(
  pair: Pair,
  appraisal: Appraisal,
  remedies: readonly Remedy[],
  weights: WeightProfile,
): readonly ClosableGap[] {
  const asked = new Set<string>(appraisal.gates.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id))
  return remedies
    .map(({ id, key, detail, apply }) => {
      const after = appraise({ ...pair, passport: apply(pair.passport) }, weights)
      return { id, detail, scoreAfter: after.score, remedy: key, opens: asked.size > 0 && passesAll(after.gates) }
    })
    .filter(({ id, scoreAfter }) => asked.has(id) || scoreAfter > appraisal.score)
    .toSorted((a, b) => b.scoreAfter - a.scoreAfter)
}
