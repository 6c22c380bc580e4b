import { criteria } from './criteria/criteria.ts'
import { passGates } from './gates/gates.ts'
import { criterionIds, type Match } from './match.ts'
import type { Pair } from './pair.ts'
import { type Found, isBarred, rounded, weigh, type Weighed } from './weigh.ts'
import type { WeightProfile } from './weights.ts'

/** The part of a match that follows from the pair and the weights alone. */
export type Appraisal = Weighed & Pick<Match, 'gates'>

/** Gates, criteria and both sides' scores of a pair. */
export function appraise(pair: Pair, weights: WeightProfile): Appraisal {
  const found: Found[] = []
  for (const id of criterionIds) {
    const finding = criteria[id](pair)
    if (finding === null) continue
    const { score, detail, evidence } = finding
    found.push({ id, score: score === null ? null : rounded(score), detail, evidence })
  }
  const gates = passGates(pair)
  // What is spread comes last, as every pair of a ranking is read again (DECISIONS 160).
  return { gates, ...weigh(found, isBarred({ gates }), weights) }
}
