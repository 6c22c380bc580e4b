import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { netPresentValue } from './net-present-value.ts'

const flow = fc.integer({ min: -1e12, max: 1e12 })
const flows = fc.array(flow, { minLength: 1, maxLength: 30 })
const rate = fc.double({ min: 0, max: 100, noNaN: true })

describe('net present value', () => {
  it('of a textbook case is right to the cent', () => {
    // -1000 now, then 500 a year for three years at 10 %: -1000 + 454.545 + 413.223 + 375.657.
    expect(netPresentValue([-100_000, 50_000, 50_000, 50_000], 10)).toBe(24_343)
    expect(netPresentValue([], 10)).toBe(0)
  })

  it('is the plain sum where money loses nothing with time', () => {
    fc.assert(
      fc.property(flows, (all) => {
        expect(netPresentValue(all, 0)).toBe(all.reduce((sum, one) => sum + one, 0))
      }),
    )
  })

  it('is the sum of its formula, year by year', () => {
    fc.assert(
      fc.property(flows, rate, (all, percent) => {
        const plain = all.reduce((sum, one, year) => sum + one / (1 + percent / 100) ** year, 0)
        expect(Math.abs(netPresentValue(all, percent) - plain)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('of flows a year later is worth less by one year of the rate', () => {
    fc.assert(
      fc.property(flows, rate, (all, percent) => {
        const later = netPresentValue([0, ...all], percent)
        expect(Math.abs(later - netPresentValue(all, percent) / (1 + percent / 100))).toBeLessThanOrEqual(1)
      }),
    )
  })
})
