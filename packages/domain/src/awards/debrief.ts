import type { BidId } from '../brand.ts'
import type { AwardCriterion } from '../calls/call.ts'

/** What a bid was given by one criterion, 0..maxScore; by whom is not told. */
export type GivenScore = { readonly bidId: BidId; readonly criterion: string; readonly score: number }

export type CriterionDebrief = {
  readonly key: string
  readonly name: string
  readonly weight: number
  readonly maxScore: number
  /** Null where the bid left the call before this was scored. */
  readonly score: number | null
  /** Lowest and highest score of all bids; null below three, where it would tell a rival's score. */
  readonly range: { readonly low: number; readonly high: number } | null
}

export type Debrief = {
  readonly criteria: readonly CriterionDebrief[]
  /** Weighted, 0..100. */
  readonly total: number
  /** 1 is the best; equals share a rank. */
  readonly rank: number
  readonly bids: number
}

/** The fewest bids of which ranges are told. */
export const fewestForRange = 3

/** The weighted sum of a bid's scores, 0..100. */
export const totalOf = (criteria: readonly AwardCriterion[], scores: readonly GivenScore[], bidId: BidId): number =>
  scores
    .filter((given) => given.bidId === bidId)
    .reduce((sum, given) => {
      const criterion = criteria.find(({ key }) => key === given.criterion)
      return criterion === undefined ? sum : sum + (given.score / criterion.maxScore) * criterion.weight
    }, 0)

/** What a bidder is told of its own bid beside all bids: never the score of another one. */
export function debriefOf(
  criteria: readonly AwardCriterion[],
  scores: readonly GivenScore[],
  bidIds: readonly BidId[],
  bidId: BidId,
): Debrief {
  const total = totalOf(criteria, scores, bidId)
  const better = bidIds.filter((one) => totalOf(criteria, scores, one) > total + 1e-9)
  return {
    criteria: criteria.map(({ key, name, weight, maxScore }) => {
      const given = scores.filter((score) => score.criterion === key)
      const values = given.map(({ score }) => score)
      return {
        key,
        name,
        weight,
        maxScore,
        score: given.find((score) => score.bidId === bidId)?.score ?? null,
        range: values.length < fewestForRange ? null : { low: Math.min(...values), high: Math.max(...values) },
      }
    }),
    total,
    rank: better.length + 1,
    bids: bidIds.length,
  }
}
