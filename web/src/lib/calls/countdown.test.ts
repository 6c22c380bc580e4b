import { describe, expect, it } from 'vitest'
import { isUrgent, leftOf } from './countdown.ts'

const hour = 3_600_000

describe('what is left', () => {
  it('is told by days, hours, minutes and seconds', () => {
    expect(leftOf(26 * hour + 61_500)).toEqual({ days: 1, hours: 2, minutes: 1, seconds: 1 })
  })

  it('is nothing from the deadline on', () => {
    expect([leftOf(0), leftOf(-1), leftOf(1)?.seconds]).toEqual([null, null, 0])
  })

  it('is urgent within the last hour only', () => {
    expect([hour, hour - 1, 1, 0].map(isUrgent)).toEqual([false, true, true, false])
  })
})
