import { criteria } from './criteria/criteria.ts'
import { passGates } from './gates/gates.ts'
import { type CriterionResult, criterionIds, type Match } from './match.ts'
import type { Finding, Pair } from './pair.ts'
import type { WeightProfile } from './weights.ts'

/** Six decimals: enough to order any two suppliers, few enough to be the same bytes everywhere. */
const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6

/** The part of a match that follows from the pair and the weights alone. */
export type Appraisal = Pick<Match, 'score' | 'buyerScore' | 'supplierScore' | 'coverage' | 'criteria' | 'gates'>

/** Criteria with their share of the weights that the need asks about; willingness carries the supplier's share. */
function weighted(
  findings: ReadonlyMap<CriterionResult['id'], Finding>,
  weights: WeightProfile,
): readonly CriterionResult[] {
  const weightOf = (id: CriterionResult['id']): number => (id === 'willingness' ? 0 : weights.buyer[id])
  const asked = [...findings.keys()].reduce((total, id) => total + weightOf(id), 0)
  return [...findings].map(([id, finding]) => ({
    id,
    score: finding.score === null ? null : rounded(finding.score),
    weight: rounded(id === 'willingness' ? weights.supplierShare : asked === 0 ? 0 : weightOf(id) / asked),
    detail: finding.detail,
    evidence: finding.evidence,
  }))
}

/** Weighted harmonic mean of both sides: a match is as good as its worse side lets it be. */
const reciprocal = (buyer: number, supplier: number | null, supplierShare: number): number => {
  if (supplier === null || supplierShare === 0) return buyer
  return buyer <= 0 || supplier <= 0 ? 0 : 1 / ((1 - supplierShare) / buyer + supplierShare / supplier)
}

/** Gates, criteria and both sides' scores of a pair. What the passport leaves unsaid earns nothing, so saying more never costs. */
export function appraise(pair: Pair, weights: WeightProfile): Appraisal {
  const findings = new Map<CriterionResult['id'], Finding>()
  for (const id of criterionIds) {
    const finding = criteria[id](pair)
    if (finding !== null) findings.set(id, finding)
  }
  const results = weighted(findings, weights)
  const buyerSide = results.filter(({ id }) => id !== 'willingness')
  const buyerScore = rounded(buyerSide.reduce((total, { score, weight }) => total + weight * (score ?? 0), 0))
  const coverage = rounded(buyerSide.reduce((total, { score, weight }) => total + (score === null ? 0 : weight), 0))
  const supplierScore = results.find(({ id }) => id === 'willingness')?.score ?? null
  const gates = passGates(pair)
  const barred = gates.some(({ verdict }) => verdict === 'fail')
  const score = barred ? 0 : rounded(reciprocal(buyerScore, supplierScore, weights.supplierShare))
  return { score, buyerScore, supplierScore, coverage, criteria: results, gates }
}
