import { expect, test } from 'vitest'

import { Problem } from '../problem.ts'
import { buyerCriterionIds, checkWeights, weightProfiles } from './weights.ts'

const usual = weightProfiles['buyer-driven']
const faultsOf = (buyer: Partial<typeof usual.buyer>, supplierShare = 0.15): string[] => {
  try {
    checkWeights({ buyer: { ...usual.buyer, ...buyer }, supplierShare })
    return []
  } catch (problem) {
    return problem instanceof Problem ? problem.faults.map(({ path }) => path) : ['not a problem']
  }
}

test.each(Object.entries(weightProfiles))('the weights of a %s chain sum to 1', (_, { buyer }) => {
  expect(buyerCriterionIds.reduce((sum, id) => sum + buyer[id], 0)).toBeCloseTo(1, 9)
})

test('weights that cannot rank are refused with the field at fault, others pass', () => {
  const nothing = Object.fromEntries(buyerCriterionIds.map((id) => [id, 0]))
  expect([
    faultsOf({}),
    faultsOf(nothing),
    faultsOf({ price: -1 }),
    faultsOf({ category: Number.NaN }),
    faultsOf({}, 1),
  ]).toEqual([[], ['body.buyer'], ['body.buyer.price'], ['body.buyer.category'], ['body.supplierShare']])
})
