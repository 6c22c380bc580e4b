import { expect, it } from 'vitest'

import { absenceMalus } from './no-show.ts'
import { keptOutcome, nothingSaid, type MeetingOutcome } from './outcome.ts'
import { safeFigure, shareOf } from './results.ts'

it('keeps interest, step and value only of a meeting that took place, and the note always', () => {
  const said: MeetingOutcome = {
    ...{ ...nothingSaid, held: 'held', interest: 'quote', nextStep: 'Quote', nextBy: 'them', note: 'Mine' },
    ...{ nextOn: '2030-05-10', value: { amountMinor: 100, currency: 'USD' } },
  }
  expect(keptOutcome(said)).toEqual(said)
  expect(keptOutcome({ ...said, held: 'they-absent' })).toEqual({ ...nothingSaid, held: 'they-absent', note: 'Mine' })
})

it('takes a little for each absence, up to three, and less than a second meeting is worth beyond a third', () => {
  expect([0, 1, 2, 3, 9].map((entries) => absenceMalus(entries))).toEqual([0, 0.03, 0.06, 0.09, 0.09])
  // Two who must meet count 4, and half of that follows the score.
  expect(4 * 0.5 * absenceMalus(9)).toBeLessThan(0.3)
})

it('tells no figure of fewer than three, and no share of nothing', () => {
  expect([2, 3].map((n) => safeFigure(n, 'x'))).toEqual([null, 'x'])
  expect([shareOf(0, 4), shareOf(0, 0)]).toEqual([0, null])
})
