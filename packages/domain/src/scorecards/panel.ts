import type { BidId, UserId } from '../brand.ts'
import type { AwardCriterion } from '../calls/call.ts'
import { icc, weightedKappa } from './agreement.ts'

/** What one evaluator gave one bid by one criterion. */
export type PanelScore = {
  readonly bidId: BidId
  readonly criterion: string
  readonly userId: UserId
  readonly score: number
}

/** The middle one, or the middle between two; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** A score further than this many robust deviations from the panel's median is noted. */
export const outlierDeviations = 2
/** What makes the median absolute deviation comparable with a standard deviation, where values are spread normally. */
const madScale = 1.4826

/**
 * Which of a panel's scores for one thing stand out: further than two robust deviations (1.4826 times the median
 * absolute deviation) from the median. Below three scores nobody does.
 */
export function outliers(scores: readonly number[]): boolean[] {
  const middle = median(scores)
  if (middle === null || scores.length < 3) return scores.map(() => false)
  const spread = (median(scores.map((score) => Math.abs(score - middle))) ?? 0) * madScale
  return scores.map((score) => Math.abs(score - middle) > outlierDeviations * spread + 1e-9)
}

/** How far a panel agrees: over all that everybody scored, criterion by criterion, and pair by pair. */
export type Agreement = {
  readonly icc: number | null
  readonly criteria: readonly { readonly criterion: string; readonly icc: number | null }[]
  readonly pairs: readonly { readonly one: UserId; readonly other: UserId; readonly kappa: number | null }[]
}

/** The agreement of a panel, of the bids that all of it scored; pairs are compared by whatever both scored. */
export function agreementOf(
  criteria: readonly Pick<AwardCriterion, 'key' | 'weight' | 'maxScore'>[],
  scores: readonly PanelScore[],
): Agreement {
  const people = distinct(scores.map(({ userId }) => userId))
  const bids = distinct(scores.map(({ bidId }) => bidId))
  const given = new Map(scores.map((one) => [keyOf(one.bidId, one.criterion, one.userId), one.score]))
  const of = (bidId: BidId, { key, maxScore }: (typeof criteria)[number], userId: UserId): number | null => {
    const score = given.get(keyOf(bidId, key, userId))
    return score === undefined ? null : score / maxScore
  }
  const crossed = bids.filter((bid) => people.every((who) => criteria.every((one) => of(bid, one, who) !== null)))
  const total = (bid: BidId, who: UserId): number =>
    criteria.reduce((sum, one) => sum + (of(bid, one, who) ?? 0) * one.weight, 0)
  const items = bids.flatMap((bid) => criteria.map((one) => [bid, one] as const))
  return {
    icc: icc(crossed.map((bid) => people.map((who) => total(bid, who)))),
    criteria: criteria.map((one) => ({
      criterion: one.key,
      icc: icc(crossed.map((bid) => people.map((who) => of(bid, one, who) ?? 0))),
    })),
    pairs: people.flatMap((one, at) =>
      people.slice(at + 1).map((other) => {
        const both = items.flatMap(([bid, criterion]) => {
          const [a, b] = [of(bid, criterion, one), of(bid, criterion, other)]
          return a === null || b === null ? [] : [[a, b] as const]
        })
        return {
          one,
          other,
          kappa: weightedKappa(
            both.map(([a]) => a),
            both.map(([, b]) => b),
          ),
        }
      }),
    ),
  }
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]
const keyOf = (...parts: readonly string[]): string => parts.join(' ')
