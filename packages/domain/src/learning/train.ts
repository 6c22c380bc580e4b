import { buyerCriterionIds, checkWeights, type WeightProfile, type WeightProfiles } from '../matches/weights.ts'
import { type GovernanceType, governanceTypes } from '../needs/need.ts'
import { calibrate, type Calibration, labelsToLearn } from './calibration.ts'
import { type Figures, judge, type Judged, type Reliability, type Slice } from './judge.ts'
import { featuresOf, type Label, scoredLabel } from './label.ts'
import { type Example, fitMonotone } from './logistic.ts'
import { type Gain, gainOf } from './measures.ts'
import { isShortlisted } from './outcome.ts'
import { type SeenPlace, propensities } from './propensity.ts'

/** Where the needs are cut by time: what is learned from the earlier ones is judged by the later ones. */
const earlierShare = 0.7
/** A chain with fewer labels, or fewer shortlisted ones, keeps the weights it has. */
const leastOfProfile = { labels: 200, shortlisted: 20 }

type Side = { readonly figures: Figures; readonly slices: { readonly small: Slice; readonly fresh: Slice } }
export type ModelReport = {
  readonly earlier: { readonly needs: number; readonly labels: number }
  readonly later: { readonly needs: number; readonly labels: number }
  readonly champion: Side
  /** The learned weights; null where there are too few labels to learn any. */
  readonly challenger: Side | null
  /** What the challenger's nDCG@10 is above the champion's, need by need. */
  readonly gain: Gain | null
  /** Whether the challenger orders better than chance explains, and foretells no worse: only then is it offered. */
  readonly better: boolean
  /** Of the weights that are offered. */
  readonly reliability: readonly Reliability[]
}

export type Trained = {
  /** The weights that are offered: learned ones, or null for those of the champion, newly calibrated. */
  readonly learned: WeightProfiles | null
  readonly calibration: Calibration
  readonly report: ModelReport
}

const normed = (weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (sum === 0 ? 0 : weight / sum))
}

function learnProfile(
  labels: readonly Label[],
  seen: (position: number) => number,
  champion: WeightProfile,
  version: string,
): WeightProfile {
  const shortlisted = labels.filter(({ grade }) => isShortlisted(grade)).length
  if (labels.length < leastOfProfile.labels || shortlisted < leastOfProfile.shortlisted) return champion
  const examples = labels.map((label): Example => ({
    features: featuresOf(label),
    positive: isShortlisted(label.grade),
    // What stands further down was seen more rarely, so each that was seen stands for more.
    weight: 1 / seen(label.position),
  }))
  const usual = normed(buyerCriterionIds.map((id) => champion.buyer[id]))
  const together = examples.map(({ features, ...rest }) => ({
    ...rest,
    features: [features.reduce((sum, value, at) => sum + value * (usual[at] ?? 0), 0)],
  }))
  const [size = 0] = fitMonotone(together, { prior: [0], pull: 0 }).weights
  const prior = usual.map((weight) => weight * size)
  const fitted = normed(fitMonotone(examples, { prior, pull: 1 / labels.length }).weights)
  if (fitted.every((weight) => weight === 0)) return champion
  const buyer = Object.fromEntries(
    buyerCriterionIds.map((id, at) => [id, Math.round(1e4 * (fitted[at] ?? 0)) / 1e4]),
  ) as WeightProfile['buyer']
  const learned = { version, buyer, supplierShare: champion.supplierShare }
  checkWeights(learned)
  return learned
}

/** Weights learned from labels for every kind of chain that has enough of them; `number` makes their versions. */
export function learn(
  labels: readonly Label[],
  places: readonly SeenPlace[],
  champion: WeightProfiles,
  number: number,
): WeightProfiles {
  const seen = propensities(places)
  const profileOf = (governance: GovernanceType): WeightProfile => {
    const own = labels.filter((label) => label.governance === governance && !label.barred)
    return learnProfile(own, seen, champion[governance], `${governance}/${number}`)
  }
  return Object.fromEntries(governanceTypes.map((one) => [one, profileOf(one)])) as WeightProfiles
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Cuts labels by the time their needs were decided, so that no need is on both sides. */
export function splitByTime(labels: readonly Label[]): {
  readonly earlier: readonly Label[]
  readonly later: readonly Label[]
} {
  const decided = new Map(labels.map(({ needId, decidedAt }) => [needId, decidedAt]))
  const needs = [...decided].toSorted(([a, at], [b, bt]) => compareIds(at, bt) || compareIds(a, b))
  const early = new Set(needs.slice(0, Math.ceil(earlierShare * needs.length)).map(([id]) => id))
  return {
    earlier: labels.filter(({ needId }) => early.has(needId)),
    later: labels.filter(({ needId }) => !early.has(needId)),
  }
}

const sideOf = ({ figures, slices }: Judged): Side => ({ figures, slices })
const countOf = (labels: readonly Label[]) => ({
  needs: new Set(labels.map(({ needId }) => needId)).size,
  labels: labels.length,
})

/** Makes a candidate from labels, with its report; the same labels, in whatever order, give the same candidate. */
export function train(
  given: readonly Label[],
  places: readonly SeenPlace[],
  champion: WeightProfiles,
  number: number,
): Trained {
  const labels = given.toSorted((a, b) => compareIds(a.needId, b.needId) || compareIds(a.supplierId, b.supplierId))
  const { earlier, later } = splitByTime(labels)
  const old = judge(champion, earlier, later)
  const enough = labels.length >= labelsToLearn
  const young = enough ? judge(learn(earlier, places, champion, number), earlier, later) : null
  const gain = young === null ? null : gainOf([...old.byNeed].map(([id, value]) => (young.byNeed.get(id) ?? 0) - value))
  const better = young !== null && gain !== null && gain.low > 0 && young.figures.logLoss <= old.figures.logLoss
  const learned = better ? learn(labels, places, champion, number) : null
  return {
    learned,
    calibration: calibrate(labels.map((label) => scoredLabel(label, learned ?? champion))),
    report: {
      earlier: countOf(earlier),
      later: countOf(later),
      champion: sideOf(old),
      challenger: young === null ? null : sideOf(young),
      gain,
      better,
      reliability: (better && young !== null ? young : old).reliability,
    },
  }
}
