import type { NeedId, OrganisationId } from '../brand.ts'
import { type CriterionId, criterionIds } from '../matches/match.ts'
import { weigh } from '../matches/weigh.ts'
import { type BuyerCriterionId, buyerCriterionIds, type WeightProfiles } from '../matches/weights.ts'
import type { GovernanceType } from '../needs/need.ts'
import { isShortlisted } from './outcome.ts'

/** A match that its buyer was shown, as it was then, and what came of it, in a need about which the buyer decided. */
export type Label = {
  readonly needId: NeedId
  readonly supplierId: OrganisationId
  readonly governance: GovernanceType
  /** When its buyer last decided about the need, ISO 8601. */
  readonly decidedAt: string
  readonly position: number
  /** What each criterion that the need asks about found; null where the passport says nothing. */
  readonly found: Readonly<Partial<Record<CriterionId, number | null>>>
  readonly barred: boolean
  /** The most that came of it, see `gradeOf`. */
  readonly grade: number
  /** A supplier of fewer than 50 people; one that came to the market within the 90 days before. */
  readonly small: boolean
  readonly fresh: boolean
}

/** The score that these weights give to a match as it was, by the very function that ranks. */
export function scoreOf({ found, barred, governance }: Label, profiles: WeightProfiles): number {
  const results = criterionIds.flatMap((id) => {
    const score = found[id]
    return score === undefined ? [] : [{ id, score, detail: {}, evidence: null }]
  })
  return weigh(results, barred, profiles[governance]).score
}

/** The buyer's criteria as features; what is unsaid earns nothing, as in scoring. */
export const featuresOf = ({ found }: Label): readonly number[] =>
  buyerCriterionIds.map((id: BuyerCriterionId) => found[id] ?? 0)

export const scoredLabel = (label: Label, profiles: WeightProfiles) => ({
  score: scoreOf(label, profiles),
  shortlisted: isShortlisted(label.grade),
})
