import { describe, expect, it } from 'vitest'

import { Problem } from '../problem.ts'
import { checkReportTime, firstAfterDelay, firstToCome, firstToFill } from './incident-times.ts'

const minute = 60_000
const start = 10 * 86_400_000
/** Four slots of twenty minutes with a pause of five. */
const slots = [0, 25, 50, 75].map((at) => ({
  session: 0,
  starts: start + at * minute,
  ends: start + (at + 20) * minute,
}))
const at = (minutes: number): number => start + minutes * minute

describe('the time of an incident', () => {
  it('leaves a slot that has begun to those who meet in it, and fills it as long as half of it is left', () => {
    expect([-1, 0, 10, 24, 25].map((now) => firstToCome(slots, at(now)))).toEqual([0, 1, 1, 1, 2])
    expect([-1, 0, 10, 11, 22, 25].map((now) => firstToFill(slots, at(now)))).toEqual([0, 0, 0, 1, 1, 1])
  })

  it('counts a delay from the meeting that is due, and never back into what has begun', () => {
    expect(firstAfterDelay(slots, at(-30), 0, 10)).toBe(1)
    expect(firstAfterDelay(slots, at(-30), 0, 25)).toBe(1)
    expect(firstAfterDelay(slots, at(-30), 0, 26)).toBe(2)
    expect(firstAfterDelay(slots, at(60), 0, 10)).toBe(3)
    expect(firstAfterDelay(slots, at(0), null, 500)).toBe(4)
  })

  it('is heard from a day before until the end; the organiser may be earlier', () => {
    const refused = (now: number, organiser: boolean): boolean => {
      try {
        checkReportTime(slots, now, organiser)
        return false
      } catch (error) {
        return error instanceof Problem && error.code === 'incident.not-now'
      }
    }
    expect([at(-24 * 60), at(94)].map((now) => refused(now, false))).toEqual([false, false])
    expect([at(-24 * 60 - 1), at(95)].map((now) => refused(now, false))).toEqual([true, true])
    expect([at(-90_000), at(95)].map((now) => refused(now, true))).toEqual([false, true])
  })
})
