import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { candidate, need, today } from '../../test/arbitrary-pairs.ts'
import { governanceTypes } from '../needs/need.ts'
import { compareMatches } from './compare-matches.ts'
import { reweigh } from './reweigh.ts'
import { theBest } from './listed.ts'
import { rankMatches, scoreMatch } from './score.ts'
import { buyerCriterionIds, type BuyerCriterionId, type WeightProfile, weightProfiles } from './weights.ts'

/** As sliders give them, as a program may send them, and down to nothing at all. */
const weight = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((points) => points / 100),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constant(0),
)
const weights: fc.Arbitrary<WeightProfile> = fc
  .tuple(
    fc.array(weight, { minLength: buyerCriterionIds.length, maxLength: buyerCriterionIds.length }),
    fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.99, noNaN: true })),
  )
  .map(([values, supplierShare]) => ({
    version: 'own/7',
    buyer: Object.fromEntries(buyerCriterionIds.map((id, at) => [id, values[at]])) as Record<BuyerCriterionId, number>,
    supplierShare,
  }))
const stored = fc.constantFrom(...governanceTypes).map((type) => weightProfiles[type])

describe('a match weighed anew', () => {
  test('is the very match that scoring with those weights makes, but for what closing a gap would do', () => {
    fc.assert(
      fc.property(need, candidate, stored, weights, (asked, { passport, signals }, before, after) => {
        const { closing: _, ...scored } = scoreMatch(asked, passport, signals, after, today)
        const { closing: __, ...kept } = scoreMatch(asked, passport, signals, before, today)
        expect(reweigh(JSON.parse(JSON.stringify(kept)), after)).toEqual({ ...scored, gaps: [] })
      }),
      { numRuns: 3000 },
    )
  })

  test('stands in the list where ranking with those weights puts it, those a gate bars last', () => {
    const candidates = fc.uniqueArray(candidate, { maxLength: 3, selector: ({ passport }) => passport.organisationId })
    fc.assert(
      fc.property(need, candidates, stored, weights, (asked, found, before, after) => {
        const order = rankMatches(asked, found, after, today, theBest(10)).map(({ supplierId }) => supplierId)
        const list = rankMatches(asked, found, before, today, theBest(10)).map((match) => reweigh(match, after))
        expect(list.toSorted(compareMatches).map(({ supplierId }) => supplierId)).toEqual(order)
      }),
      { numRuns: 1000 },
    )
  })

  test('moves at all: what alone counts decides alone', () => {
    const only = (id: BuyerCriterionId): WeightProfile => ({
      version: 'own/1',
      buyer: {
        ...(Object.fromEntries(buyerCriterionIds.map((one) => [one, 0])) as Record<BuyerCriterionId, number>),
        [id]: 1,
      },
      supplierShare: 0,
    })
    fc.assert(
      fc.property(need, candidate, stored, (asked, { passport, signals }, before) => {
        const match = scoreMatch(asked, passport, signals, before, today)
        const bySide = match.criteria.filter(({ id }) => id !== 'willingness')
        const alone = bySide.map(({ id }) => reweigh(match, only(id as BuyerCriterionId)).buyerScore)
        expect(alone).toEqual(bySide.map(({ score }) => score ?? 0))
      }),
    )
  })
})
