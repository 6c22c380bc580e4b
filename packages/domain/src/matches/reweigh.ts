import type { Match } from './match.ts'
import { isBarred, weigh } from './weigh.ts'
import type { WeightProfile } from './weights.ts'

/**
 * The match as scoreMatch would make it with these weights, from what it found alone. What closing a gap would do needs
 * the passport, so the gaps are left out.
 */
export const reweigh = (match: Match, weights: WeightProfile): Match => ({
  ...match,
  ...weigh(match.criteria, isBarred(match), weights),
  gaps: [],
  weights: weights.version,
})
