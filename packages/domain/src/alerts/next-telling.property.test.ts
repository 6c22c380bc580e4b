import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type AlertHours, isQuiet, isZone, usualQuiet, wallClock } from './alert-hours.ts'
import { zoneOfCountry } from './country-zone.ts'
import { nextTelling, outsideQuiet } from './next-telling.ts'

const hourMs = 3_600_000
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, quarter]) => `${String(hour).padStart(2, '0')}:${quarter}`)
const hours: fc.Arbitrary<AlertHours> = fc.record({
  // Half and quarter hours, summer time of both hemispheres, half an hour of summer time, and a whole day skipped once.
  zone: fc.constantFrom(
    'UTC',
    'America/Santiago',
    'Europe/Madrid',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
  ),
  quietFrom: times,
  quietUntil: times,
})
const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })

describe('the next telling', () => {
  it('never lies before what it tells of, nor in quiet hours, nor more than a rhythm and a day later', () => {
    const longest = { instant: 25, daily: 50, weekly: 24 * 7 + 26 }
    fc.assert(
      fc.property(instants, hours, fc.constantFrom('instant', 'daily', 'weekly'), (from, given, rhythm) => {
        const at = nextTelling(rhythm, from, given)
        if (at === null) throw new Error('it is not off')
        expect(at >= from).toBe(true)
        expect(isQuiet(at, given)).toBe(false)
        expect(at.getTime() - from.getTime()).toBeLessThanOrEqual(longest[rhythm] * hourMs)
      }),
      { numRuns: 300 },
    )
  })

  it('of a digest is at eight by the clocks of the zone, where eight is not quiet', () => {
    fc.assert(
      fc.property(instants, hours, fc.constantFrom('daily', 'weekly'), (from, { zone }, rhythm) => {
        const at = nextTelling(rhythm, from, { zone, ...usualQuiet })
        const shown = wallClock(at ?? from, zone)
        expect(shown.minutes).toBe(480)
        expect(shown.monday || rhythm === 'daily').toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('is at once where nothing is quiet, at the end of the night otherwise, and never where it is off', () => {
    const night = { zone: 'America/Santiago', ...usualQuiet }
    const evening = new Date('2026-06-10T23:30:00Z') // 19:30 there
    const late = new Date('2026-06-11T00:10:00Z') // 20:10 there
    expect(nextTelling('instant', evening, night)).toEqual(evening)
    expect(nextTelling('instant', late, night)).toEqual(new Date('2026-06-11T11:00:00Z'))
    expect(nextTelling('instant', late, { ...night, quietFrom: '07:00' })).toEqual(late)
    expect(nextTelling('off', late, night)).toBeNull()
    expect(nextTelling('daily', late, { ...night, quietUntil: '09:30' })).toEqual(new Date('2026-06-11T13:30:00Z'))
    expect(outsideQuiet(new Date('2026-06-11T11:00:00Z'), night)).toEqual(new Date('2026-06-11T11:00:00Z'))
  })

  it('knows zones by name only', () => {
    expect(['America/Lima', 'UTC', zoneOfCountry('CL'), zoneOfCountry('XX'), zoneOfCountry(null)].map(isZone)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(['Nowhere/Land', '+05:00', '', 'a b', "'; drop"].map(isZone)).toEqual([false, false, false, false, false])
  })
})
