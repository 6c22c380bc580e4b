import { expect, it } from 'vitest'

import { generate } from '../generate.ts'
import type { Instance } from '../instance.ts'
import { randomFrom } from '../random.ts'
import { inSteps } from './budget.ts'
import { leastBreaks } from './least-breaks.ts'
import { search } from './search.ts'

/** One who is away in some of six slots and meets so many others. */
const dayOf = (forbidden: readonly number[], count: number): Instance => ({
  slots: Array.from({ length: 6 }, (_, slot) => ({ start: slot * 20, end: slot * 20 + 20, session: 0 })),
  participants: [{ forbidden }, ...Array.from({ length: count }, () => ({ forbidden: [] }))],
  places: Array.from({ length: 6 }, () => ({ zone: 0, closed: [] })),
  walking: [[0]],
  pools: [],
  meetings: Array.from({ length: count }, (_, at) => ({
    ...{ participants: [0, at + 1], slots: null, places: null, pool: null, after: [] },
  })),
  spread: null,
})

it('counts the stretches that somebody needs for all of their meetings', () => {
  expect(leastBreaks(dayOf([], 6))).toBe(0)
  expect(leastBreaks(dayOf([2], 3))).toBe(0)
  expect(leastBreaks(dayOf([2], 4))).toBe(1)
  expect(leastBreaks(dayOf([1, 4], 3))).toBe(1)
  expect(leastBreaks(dayOf([1, 4], 4))).toBe(2)
})

it('is never above what a timetable reaches', () => {
  const gaps: number[] = []
  for (let seed = 1; seed <= 30; seed += 1) {
    const size = { buyers: 5, suppliers: 8, meetings: 30, slots: 8, places: 6, away: 0.1, spread: null }
    const day = generate(size, seed)
    const found = [...search(day, { random: randomFrom(seed), budget: inSteps(4000) })].at(-1)
    if (found?.waiting === 0) gaps.push(found.breaks - leastBreaks(day))
  }
  expect(gaps.length).toBeGreaterThan(10)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0)
})
