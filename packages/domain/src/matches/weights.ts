import type { GovernanceType } from '../needs/need.ts'
import { Problem } from '../problem.ts'
import { type CriterionId, criterionIds } from './match.ts'

/** Criteria the buyer's side is made of; willingness is the supplier's side. */
export type BuyerCriterionId = Exclude<CriterionId, 'willingness'>
export const buyerCriterionIds = criterionIds.filter((id): id is BuyerCriterionId => id !== 'willingness')

/** How much each criterion counts; `version` is stored with every match scored by it. */
export type WeightProfile = {
  readonly version: string
  readonly buyer: Readonly<Record<BuyerCriterionId, number>>
  /** What the supplier's own wishes count beside the buyer's score, 0..1. */
  readonly supplierShare: number
}

/** The weights of every kind of chain. */
export type WeightProfiles = Readonly<Record<GovernanceType, WeightProfile>>

/** The version of a buyer's own weights for one need; a number is never used twice. */
export const ownWeightsVersion = (number: number): string => `own/${number}`

/** Whether a match was scored by its buyer's own weights rather than by a profile. */
export const isOwnWeights = (version: string): boolean => version.startsWith('own/')

/** The weights that a need is ranked by: those set or learned for it, or the hand-set profile of its governance. */
export const weightsFor = (governance: GovernanceType, other: WeightProfile | null): WeightProfile =>
  other ?? weightProfiles[governance]

/** How much each criterion counts, before it has a version. */
export type Weights = Omit<WeightProfile, 'version'>

/** Refuses weights that cannot rank: one below zero or not a number, or a sum of zero. */
export function checkWeights(profile: Weights): void {
  const faults = buyerCriterionIds
    .filter((id) => !(Number.isFinite(profile.buyer[id]) && profile.buyer[id] >= 0))
    .map((id) => ({ path: `body.buyer.${id}`, code: 'weight', message: 'Give a number of zero or more.' }))
  if (!(profile.supplierShare >= 0 && profile.supplierShare < 1))
    faults.push({ path: 'body.supplierShare', code: 'weight', message: 'Give a share of zero or more and below one.' })
  if (faults.length > 0) throw new Problem('input.invalid', 'Some weights cannot be used.', faults)
  const sum = buyerCriterionIds.reduce((total, id) => total + profile.buyer[id], 0)
  if (sum <= 0)
    throw new Problem('input.invalid', 'At least one criterion must count: all weights are zero.', [
      { path: 'body.buyer', code: 'weights-zero', message: 'Give at least one criterion a weight above zero.' },
    ])
}

/**
 * Weights by how the value chain is governed (World Bank 2019, section III): producer-driven chains ask for the exact
 * specification and proof first; buyer-driven ones for standards, difference and price; open challenges for an answer
 * to the problem. Shares between words, category and record were set on the development part of real award data.
 */
export const weightProfiles: WeightProfiles = {
  'producer-driven': {
    version: 'producer-driven/1',
    buyer: {
      'capability-text': 0.25,
      category: 0.05,
      certificates: 0.2,
      capacity: 0.15,
      geography: 0.05,
      'track-record': 0.25,
      price: 0.05,
      innovation: 0,
      inclusion: 0,
    },
    supplierShare: 0.15,
  },
  'buyer-driven': {
    version: 'buyer-driven/1',
    buyer: {
      'capability-text': 0.22,
      category: 0.05,
      certificates: 0.2,
      capacity: 0.1,
      geography: 0.05,
      'track-record': 0.13,
      price: 0.1,
      innovation: 0.1,
      inclusion: 0.05,
    },
    supplierShare: 0.15,
  },
  'open-challenge': {
    version: 'open-challenge/1',
    buyer: {
      'capability-text': 0.3,
      category: 0.05,
      certificates: 0.1,
      capacity: 0.05,
      geography: 0.05,
      'track-record': 0.15,
      price: 0,
      innovation: 0.25,
      inclusion: 0.05,
    },
    supplierShare: 0.15,
  },
}
