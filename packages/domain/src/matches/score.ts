import type { Need } from '../needs/need.ts'
import { disclosedToMatched } from '../passports/disclosed.ts'
import type { Passport } from '../passports/passport.ts'
import { type Appraisal, appraise } from './appraise.ts'
import { findGaps } from './gaps.ts'
import type { Match } from './match.ts'
import type { Pair } from './pair.ts'
import type { Signals } from './signals.ts'
import type { WeightProfile } from './weights.ts'

/** Stored with every match; changes whenever a gate, a criterion or the way they are joined changes. */
export const scoringModel = 'enlace-1'

/** One supplier that retrieval found for a need. */
export type Candidate = { readonly passport: Passport; readonly signals: Signals }

const pairOf = (need: Need, { passport, signals }: Candidate, today: string): Pair => ({
  need,
  passport: disclosedToMatched(passport),
  signals,
  today,
})

const matchOf = (need: Need, passport: Passport, pair: Pair, appraisal: Appraisal, weights: WeightProfile): Match => ({
  needId: need.id,
  supplierId: passport.organisationId,
  needVersion: need.version,
  passportVersion: passport.version,
  ...appraisal,
  gaps: findGaps(pair, appraisal, weights),
  model: scoringModel,
  weights: weights.version,
})

/** Scores one need against one passport; the same input gives the same bytes. `today` is an ISO date. */
export function scoreMatch(need: Need, passport: Passport, signals: Signals, weights: WeightProfile, today: string): Match {
  const pair = pairOf(need, { passport, signals }, today)
  return matchOf(need, passport, pair, appraise(pair, weights), weights)
}

type Ranked = Pick<Match, 'score' | 'buyerScore' | 'supplierId'>

/** Best first, those a gate bars last; ties by the supplier's id, so that every machine lists alike. */
export const compareMatches = (a: Ranked, b: Ranked): number =>
  b.score - a.score || b.buyerScore - a.buyerScore || (a.supplierId < b.supplierId ? -1 : a.supplierId > b.supplierId ? 1 : 0)

/** The best `limit` matches of a need among its candidates, best first; gaps are worked out for these alone. */
export function rankMatches(need: Need, candidates: readonly Candidate[], weights: WeightProfile, today: string, limit: number): readonly Match[] {
  return candidates
    .map((candidate) => {
      const pair = pairOf(need, candidate, today)
      const appraisal = appraise(pair, weights)
      return { passport: candidate.passport, supplierId: candidate.passport.organisationId, score: appraisal.score, buyerScore: appraisal.buyerScore, pair, appraisal }
    })
    .toSorted(compareMatches)
    .slice(0, limit)
    .map(({ passport, pair, appraisal }) => matchOf(need, passport, pair, appraisal, weights))
}
