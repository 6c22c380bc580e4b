import { describe, expect, it } from 'vitest'

import { asId, type BidId, type UserId } from '../brand.ts'
import { agreementOf, median, outliers, type PanelScore } from './panel.ts'
import { cardFaults, needsReason, scaleFaults } from './scorecard.ts'

const method = { key: 'method', name: 'Method', weight: 60, maxScore: 10 }
const staff = { key: 'staff', name: 'Staff', weight: 40, maxScore: 5 }
const bid = (id: string): BidId => asId(id)
const person = (id: string): UserId => asId(id)
const gave = (who: string, of: string, ...scores: readonly number[]): PanelScore[] =>
  scores.map((score, at) => ({
    bidId: bid(of),
    userId: person(who),
    criterion: [method, staff][at]?.key ?? '',
    score,
  }))

describe('a panel', () => {
  it('has a median between the two in the middle', () =>
    expect([median([]), median([7]), median([9, 1, 4]), median([1, 2, 8, 9])]).toEqual([null, 7, 4, 5]))

  it.each([
    ['none of two', [1, 9], [false, false]],
    ['one beyond two robust deviations', [6, 7, 7, 8, 2], [false, false, false, false, true]],
    ['none within', [6, 7, 8], [false, false, false]],
    ['one against an unanimous rest', [5, 5, 5, 6], [false, false, false, true]],
  ])('notes %s', (_what, scores, noted) => expect(outliers(scores)).toEqual(noted))

  it('is compared by the bids that all of it scored, pairs by what both did', () => {
    const scores = [
      ...gave('ana', 'a', 8, 4),
      ...gave('ana', 'b', 2, 1),
      ...gave('ana', 'c', 5, 3),
      ...gave('ben', 'a', 8, 4),
      ...gave('ben', 'b', 2, 1),
    ]
    const { icc, criteria, pairs } = agreementOf([method, staff], scores)
    expect([icc, ...criteria.map((one) => one.icc)]).toEqual([1, 1, 1])
    expect(pairs).toEqual([{ one: 'ana', other: 'ben', kappa: 1 }])
    expect(agreementOf([method, staff], gave('ana', 'a', 1, 1))).toMatchObject({ icc: null, pairs: [] })
  })
})

describe('a card', () => {
  const bids = [{ id: bid('a'), name: 'Sellos' }]
  const score = { bidId: bid('a'), criterion: 'method', score: 3, comment: 'Clear.' }

  it('lacks what has no score or no comment', () => {
    const codes = cardFaults([method, staff], bids, [{ ...score, comment: ' ' }]).map(({ path, code }) => [path, code])
    expect(codes).toEqual([
      ['card.a.method', 'too_small'],
      ['card.a.staff', 'length'],
    ])
    expect(cardFaults([method], bids, [score])).toEqual([])
  })

  it('knows the scale of each criterion', () =>
    expect([-1, 0, 5, 6].map((value) => scaleFaults(staff, value, 'score').length)).toEqual([1, 0, 0, 1]))

  it('is corrected only with a reason', () =>
    expect([
      needsReason({ median: 4.5, score: 4.5, reason: '' }),
      needsReason({ median: 4.5, score: 5, reason: ' ' }),
      needsReason({ median: 4.5, score: 5, reason: 'Read wrongly.' }),
    ]).toEqual([false, true, false]))
})
