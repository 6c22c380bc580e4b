import { criterionIds, type CriterionId, type WeightProfile } from '@enlace/domain'
import { retrievalLimits, type RetrievalLimits } from '@enlace/lexical'

/** An arm of retrieval or a criterion that can be left out, to see what it is worth; null leaves nothing out. */
export type Part = keyof RetrievalLimits | CriterionId | null

const arms: readonly (keyof RetrievalLimits)[] = ['words', 'neighbours', 'meaning']
const isArm = (part: Part): part is keyof RetrievalLimits => arms.some((arm) => arm === part)

/** Every part, arms first. */
export const parts: readonly Exclude<Part, null>[] = [...arms, ...criterionIds]

export const nameOf = (part: Exclude<Part, null>): string => (isArm(part) ? `candidates by ${part}` : part)

export const limitsWithout = (part: Part): RetrievalLimits =>
  isArm(part) ? { ...retrievalLimits, [part]: 0 } : retrievalLimits

/** The weights with a criterion that counts nothing; what the others count grows in proportion. */
export function weightsWithout(weights: WeightProfile, part: Part): WeightProfile {
  if (part === null || isArm(part)) return weights
  if (part === 'willingness') return { ...weights, supplierShare: 0 }
  return { ...weights, buyer: { ...weights.buyer, [part]: 0 } }
}
