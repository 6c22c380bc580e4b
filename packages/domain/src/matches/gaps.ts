import { type Appraisal, appraise } from './appraise.ts'
import type { Gap } from './match.ts'
import type { Pair } from './pair.ts'
import { remediesOf } from './remedies.ts'
import type { WeightProfile } from './weights.ts'

/**
 * What is missing, each with the score the match has once it is closed: the remedy is applied and the pair is scored
 * again, so the promise is exact. What helps most comes first; what would change nothing is left out, unless a gate asks for it.
 */
export function findGaps(pair: Pair, appraisal: Appraisal, weights: WeightProfile): readonly Gap[] {
  const asked = new Set<string>(appraisal.gates.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id))
  return remediesOf(pair, appraisal)
    .map(({ id, detail, apply }) => ({
      id,
      detail,
      scoreAfter: appraise({ ...pair, passport: apply(pair.passport) }, weights).score,
    }))
    .filter(({ id, scoreAfter }) => asked.has(id) || scoreAfter > appraisal.score)
    .toSorted((a, b) => b.scoreAfter - a.scoreAfter)
}
