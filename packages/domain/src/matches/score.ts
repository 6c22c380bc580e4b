import type { AskedNeed } from '../needs/need.ts'
import { countedInMatching } from '../passports/copied-entries.ts'
import type { Passport } from '../passports/passport.ts'
import { isUntried } from '../fairness/fairness-policy.ts'
import type { RivalsOf } from '../rivals/rival.ts'
import { appraise } from './appraise.ts'
import { compareMatches } from './compare-matches.ts'
import { findGaps } from './gaps.ts'
import { listed, type ListRoom } from './listed.ts'
import type { ScoredMatch } from './match.ts'
import type { Pair } from './pair.ts'
import { remediesOf } from './remedies.ts'
import type { Signals } from './signals.ts'
import { findWayIn } from './way-in.ts'
import type { WeightProfile } from './weights.ts'

/** Stored with every match; changes whenever a gate, a criterion or the way they are joined changes. */
export const scoringModel = 'enlace-2'

/** One supplier that retrieval found for a need. */
export type Candidate = { readonly passport: Passport; readonly signals: Signals }

const pairOf = (need: AskedNeed, { passport, signals }: Candidate, today: string): Pair => ({
  need,
  passport: countedInMatching(passport),
  signals,
  today,
})

/** Scores one need against one passport; the same input gives the same bytes. `today` is an ISO date. */
export function scoreMatch(
  need: AskedNeed,
  passport: Passport,
  signals: Signals,
  weights: WeightProfile,
  today: string,
): ScoredMatch {
  const pair = pairOf(need, { passport, signals }, today)
  const appraisal = appraise(pair, weights)
  const remedies = remediesOf(pair, appraisal)
  const gaps = findGaps(pair, appraisal, remedies, weights)
  return {
    needId: need.id,
    supplierId: passport.organisationId,
    needVersion: need.version,
    passportVersion: passport.version,
    ...appraisal,
    gaps: gaps.map(({ id, detail, scoreAfter }) => ({ id, detail, scoreAfter })),
    closing: {
      acts: gaps.map(({ remedy, opens }) => ({ remedy, opens })),
      wayIn: findWayIn(pair, appraisal, remedies, gaps, weights),
    },
    model: scoringModel,
    weights: weights.version,
  }
}

/** Cuts the signals' quotes to what a person should read; it may not change a score. */
export type Quote = (signals: Signals, passport: Passport) => Signals

/** The matches of a need that its list has room for, best first; gaps and quotes are worked out for these alone. */
export function rankMatches(
  need: AskedNeed,
  candidates: readonly Candidate[],
  weights: WeightProfile,
  today: string,
  room: ListRoom,
  quote: Quote = (signals) => signals,
  rivalsOf: RivalsOf = () => [],
): readonly ScoredMatch[] {
  const ranked = candidates
    .map((candidate) => {
      const { passport, signals } = candidate
      const { score, buyerScore, gates } = appraise(pairOf(need, candidate, today), weights)
      const { organisationId: supplierId, references } = passport
      return { passport, signals, supplierId, score, buyerScore, gates, isUntried: isUntried(references.length) }
    })
    .toSorted(compareMatches)
  return listed(ranked, room, rivalsOf).map(({ passport, signals }) =>
    scoreMatch(need, passport, quote(signals, passport), weights, today),
  )
}
