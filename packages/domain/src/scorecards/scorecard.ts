import type { BidId } from '../brand.ts'
import type { AwardCriterion } from '../calls/call.ts'
import type { FieldFault } from '../problem.ts'

export const conflictKinds = ['declared', 'organisation', 'domain', 'ownership', 'rival'] as const
/**
 * Why somebody of the buyer's side keeps away from one bid: he said so himself; he belongs to the bidder; he shares its
 * mail domain; his firm became the bidder, or the bidder his firm; his firm and the bidder are rivals.
 */
export type ConflictKind = (typeof conflictKinds)[number]

/** Days in which a panel scores an envelope after its opening; a guide, not a gate. */
export const scoringDays = 10

/** One score of a card, by one criterion of one bid, with what it rests on. */
export type CardScore = {
  readonly bidId: BidId
  readonly criterion: string
  readonly score: number
  readonly comment: string
}

/** What is wrong with a score by a criterion: scores are whole, from 0 to the criterion's highest. */
export const scaleFaults = (
  { name, maxScore }: Pick<AwardCriterion, 'name' | 'maxScore'>,
  score: number,
  path: string,
): FieldFault[] =>
  score < 0 || score > maxScore ? [{ path, code: 'too_big', message: `${name} is scored from 0 to ${maxScore}.` }] : []

/** What keeps a card from being submitted: each bid needs a score by each criterion, and each score its comment. */
export function cardFaults(
  criteria: readonly Pick<AwardCriterion, 'key' | 'name'>[],
  bids: readonly { readonly id: BidId; readonly name: string }[],
  scores: readonly CardScore[],
): FieldFault[] {
  return bids.flatMap(({ id, name: bidder }) =>
    criteria.flatMap(({ key, name }) => {
      const path = `card.${id}.${key}`
      const given = scores.filter(({ bidId, criterion }) => bidId === id && criterion === key)
      if (given.length !== 1) return [{ path, code: 'length', message: `Score ${bidder} by ${name}.` }]
      if (given.some(({ comment }) => comment.trim() === ''))
        return [{ path, code: 'too_small', message: `Say what your score of ${bidder} by ${name} rests on.` }]
      return []
    }),
  )
}

/** A final score and the panel's median it is measured by. */
export type FinalScore = { readonly median: number; readonly score: number; readonly reason: string }

/** A final score that is not the panel's median needs a reason. */
export const needsReason = ({ median, score, reason }: FinalScore): boolean =>
  Math.abs(score - median) > 1e-9 && reason.trim() === ''
