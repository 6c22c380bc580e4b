import { describe, expect, it } from 'vitest'

import { asId, type BidId } from '../brand.ts'
import { debriefOf, type GivenScore } from './debrief.ts'

const criteria = [
  { key: 'method', envelope: 'technical', name: 'Method', weight: 40, maxScore: 10 },
  { key: 'price', envelope: 'price', name: 'Price', weight: 60, maxScore: 5 },
] as const
const ids = ['a', 'b', 'c'].map((id) => asId<BidId>(id))
const given = (id: string, method: number, price?: number): GivenScore[] => [
  { bidId: asId(id), criterion: 'method', score: method },
  ...(price === undefined ? [] : [{ bidId: asId<BidId>(id), criterion: 'price', score: price }]),
]

describe('a debrief', () => {
  it('weighs each score by its scale and ranks equals alike', () => {
    const scores = [...given('a', 10, 5), ...given('b', 5, 5), ...given('c', 5, 5)]
    const told = ids.map((id) => debriefOf(criteria, scores, ids, id))
    expect(told.map(({ total, rank }) => [total, rank])).toEqual([
      [100, 1],
      [80, 2],
      [80, 2],
    ])
  })

  it('tells ranges from three bids on, criterion by criterion', () => {
    const scores = [...given('a', 10, 5), ...given('b', 5, 4), ...given('c', 2)]
    const { criteria: told } = debriefOf(criteria, scores, ids, asId('c'))
    expect(told.map(({ score, range }) => [score, range])).toEqual([
      [2, { low: 2, high: 10 }],
      // Only two were scored by price, so a range would tell the other's score.
      [null, null],
    ])
  })
})
