import type { CriterionResult, Match } from './match.ts'
import type { WeightProfile } from './weights.ts'

/** Six decimals: enough to order any two suppliers, few enough to be the same bytes everywhere. */
export const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6

/** What the criteria of a pair found, before anyone says how much each counts; scores are rounded. */
export type Found = Omit<CriterionResult, 'weight'>

/** The part of a match that follows from what was found, the gates and the weights. */
export type Weighed = Pick<Match, 'score' | 'buyerScore' | 'supplierScore' | 'coverage' | 'criteria'>

/** Whether some hard requirement fails: such a match scores 0 and stands last. */
export const isBarred = ({ gates }: Pick<Match, 'gates'>): boolean => gates.some(({ verdict }) => verdict === 'fail')

/** Weighted harmonic mean of both sides: a match is as good as its worse side lets it be. */
const reciprocal = (buyer: number, supplier: number | null, supplierShare: number): number => {
  if (supplier === null || supplierShare === 0) return buyer
  return buyer <= 0 || supplier <= 0 ? 0 : 1 / ((1 - supplierShare) / buyer + supplierShare / supplier)
}

/** Joins what was found to both sides' scores. What the passport leaves unsaid earns nothing, so saying more never costs. */
export function weigh(found: readonly Found[], barred: boolean, weights: WeightProfile): Weighed {
  let askedWeight = 0
  for (const { id } of found) if (id !== 'willingness') askedWeight += weights.buyer[id]
  let buyerScore = 0
  let coverage = 0
  let supplierScore: number | null = null
  const criteria: CriterionResult[] = []
  for (const { id, score, detail, evidence } of found) {
    // Each criterion carries its share of the weights that the need asks about; willingness carries the supplier's share.
    const ownWeight =
      id === 'willingness' ? weights.supplierShare : askedWeight === 0 ? 0 : weights.buyer[id] / askedWeight
    const weight = rounded(ownWeight)
    criteria.push({ id, score, weight, detail, evidence })
    if (id === 'willingness') {
      supplierScore = score
    } else if (score !== null) {
      buyerScore += weight * score
      coverage += weight
    }
  }
  buyerScore = rounded(buyerScore)
  const score = barred ? 0 : rounded(reciprocal(buyerScore, supplierScore, weights.supplierShare))
  return { score, buyerScore, supplierScore, coverage: rounded(coverage), criteria }
}
