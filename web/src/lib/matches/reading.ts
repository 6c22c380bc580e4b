import { isBarred, type CriterionResult, type Match } from '@enlace/domain'
import type { FitPart } from '../ui/fit-segments.ts'
import { criterionName } from './criterion-words.ts'

/** The number people see, 0..100. A match that a gate bars shows what it would be worth if it passed. */
export const pointsOf = (match: Pick<Match, 'score' | 'buyerScore' | 'gates'>): number =>
  Math.round(100 * (isBarred(match) ? match.buyerScore : match.score))

/** The buyer's side as the fit bar draws it; what the supplier wants is not a part of that bar. */
export const fitParts = (match: Match): readonly FitPart[] =>
  match.criteria
    .filter(({ id }) => id !== 'willingness')
    .map(({ id, score, weight }) => ({ id, label: criterionName(id), score, weight }))

const strongEnough = 0.35

/** The strongest reasons: what adds most to the score and can show where it comes from. */
export const reasonsOf = (match: Match, count: number): readonly CriterionResult[] =>
  match.criteria
    .filter(
      ({ id, score, evidence }) => id !== 'willingness' && score !== null && score >= strongEnough && evidence !== null,
    )
    .toSorted((a, b) => (b.score ?? 0) * b.weight - (a.score ?? 0) * a.weight)
    .slice(0, count)

/** Whether the evidence is the passport's own words, worth quoting, rather than a figure that the sentence already has. */
export const isQuotable = ({ id, evidence }: CriterionResult): boolean =>
  evidence !== null &&
  evidence.quote.length >= 12 &&
  (id === 'capability-text' || id === 'track-record' || id === 'price')

export type Movement = { readonly kind: 'up' | 'down'; readonly by: number } | { readonly kind: 'new' | 'same' }

/** How a row moved since the ranking before. */
export function movementOf(rank: number, previousRank: number | null, firstRanking: boolean): Movement {
  if (previousRank === null) return { kind: firstRanking ? 'same' : 'new' }
  if (previousRank === rank) return { kind: 'same' }
  return { kind: previousRank > rank ? 'up' : 'down', by: Math.abs(previousRank - rank) }
}
