import { describe, expect, it } from 'vitest'

import { timeLeft, warningAt } from './time-left.ts'

describe('the time left in a room', () => {
  it('is rounded up, so that the last second is told until it is over', () => {
    expect([1, 1000, 1001, 59_001, 60_001, 3_600_000, 90_061_000].map(timeLeft)).toEqual([
      ...['0:01', '0:01', '0:02', '1:00', '1:01', '1:00:00', '25:01:01'],
    ])
    expect([0, -5].map(timeLeft)).toEqual(['0:00', '0:00'])
  })

  it('is warned of at five minutes and at one', () => {
    expect([300_001, 300_000, 60_001, 60_000, 1, 0].map(warningAt)).toEqual([null, 5, 5, 1, 1, null])
  })
})
