import { criteria } from './criteria/criteria.ts'
import { passGates } from './gates/gates.ts'
import { type CriterionId, type CriterionResult, criterionIds, type Match } from './match.ts'
import type { Finding, Pair } from './pair.ts'
import type { WeightProfile } from './weights.ts'

/** Six decimals: enough to order any two suppliers, few enough to be the same bytes everywhere. */
const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6

/** The part of a match that follows from the pair and the weights alone. */
export type Appraisal = Pick<Match, 'score' | 'buyerScore' | 'supplierScore' | 'coverage' | 'criteria' | 'gates'>

/** Weighted harmonic mean of both sides: a match is as good as its worse side lets it be. */
const reciprocal = (buyer: number, supplier: number | null, supplierShare: number): number => {
  if (supplier === null || supplierShare === 0) return buyer
  return buyer <= 0 || supplier <= 0 ? 0 : 1 / ((1 - supplierShare) / buyer + supplierShare / supplier)
}

/** Gates, criteria and both sides' scores of a pair. What the passport leaves unsaid earns nothing, so saying more never costs. */
export function appraise(pair: Pair, weights: WeightProfile): Appraisal {
  const asked: { readonly id: CriterionId; readonly finding: Finding }[] = []
  let askedWeight = 0
  for (const id of criterionIds) {
    const finding = criteria[id](pair)
    if (finding === null) continue
    asked.push({ id, finding })
    if (id !== 'willingness') askedWeight += weights.buyer[id]
  }
  let buyerScore = 0
  let coverage = 0
  let supplierScore: number | null = null
  const results: CriterionResult[] = []
  for (const { id, finding } of asked) {
    const score = finding.score === null ? null : rounded(finding.score)
    // Each criterion carries its share of the weights that the need asks about; willingness carries the supplier's share.
    const ownWeight =
      id === 'willingness' ? weights.supplierShare : askedWeight === 0 ? 0 : weights.buyer[id] / askedWeight
    const weight = rounded(ownWeight)
    results.push({ id, score, weight, detail: finding.detail, evidence: finding.evidence })
    if (id === 'willingness') {
      supplierScore = score
    } else if (score !== null) {
      buyerScore += weight * score
      coverage += weight
    }
  }
  buyerScore = rounded(buyerScore)
  const gates = passGates(pair)
  const barred = gates.some(({ verdict }) => verdict === 'fail')
  const score = barred ? 0 : rounded(reciprocal(buyerScore, supplierScore, weights.supplierShare))
  return { score, buyerScore, supplierScore, coverage: rounded(coverage), criteria: results, gates }
}
