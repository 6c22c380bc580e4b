import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { calibrate, chanceOf, wilson } from './calibration.ts'
import { atLeast, type Block, isotonic, type Observation } from './isotonic.ts'

const observations = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 40 }).map((value) => value / 40),
    value: fc.double({ min: 0, max: 1, noNaN: true }),
    weight: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 60 },
)
const mean = (rows: readonly { readonly value: number; readonly weight: number }[]): number => {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  return rows.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
}
const rises = (blocks: readonly Block[]): boolean =>
  blocks.every((block, at) => at === 0 || (blocks[at - 1]?.value ?? 0) <= block.value + 1e-12)
const asObservations = (blocks: readonly Block[]): Observation[] =>
  blocks.map(({ from, value, weight }) => ({ at: from, value, weight }))
/** Squares by brute force: any two neighbours that rise anyway could not be joined without getting worse. */
const squares = (rows: readonly Observation[], blocks: readonly Block[]): number =>
  rows.reduce((sum, { at, value, weight }) => {
    const block = blocks.find(({ from, to }) => from <= at && at <= to)
    return sum + weight * (value - (block?.value ?? Infinity)) ** 2
  }, 0)

describe('isotonic regression', () => {
  it('never falls, keeps the mean, holds every observation, and done again changes nothing', () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const blocks = isotonic(rows)
        expect(rises(blocks)).toBe(true)
        expect(mean(blocks)).toBeCloseTo(mean(rows), 9)
        expect(squares(rows, blocks)).toBeLessThan(Infinity)
        expect(isotonic(asObservations(blocks)).map(({ value }) => value)).toEqual(blocks.map(({ value }) => value))
      }),
    )
  })

  it('lies nearer to the observations than any other rising step of two', () => {
    fc.assert(
      fc.property(observations, fc.integer({ min: 0, max: 40 }), (rows, cut) => {
        const split = [rows.filter(({ at }) => at * 40 < cut), rows.filter(({ at }) => at * 40 >= cut)]
        const [low = [], high = []] = split
        if (low.length === 0 || high.length === 0 || mean(low) > mean(high)) return
        const two = split.map((part) => ({
          ...{ from: Math.min(...part.map(({ at }) => at)), to: Math.max(...part.map(({ at }) => at)) },
          ...{ value: mean(part), weight: 1 },
        }))
        expect(squares(rows, isotonic(rows))).toBeLessThanOrEqual(squares(rows, two) + 1e-9)
      }),
    )
  })

  it('still never falls and keeps the mean where thin blocks are joined, and leaves none thin', () => {
    fc.assert(
      fc.property(observations, fc.integer({ min: 1, max: 50 }), (rows, least) => {
        const blocks = atLeast(isotonic(rows), least)
        expect(rises(blocks)).toBe(true)
        expect(mean(blocks)).toBeCloseTo(mean(rows), 9)
        expect(blocks.length === 1 || blocks.every(({ weight }) => weight >= least)).toBe(true)
      }),
    )
  })
})

describe('a chance', () => {
  const labels = fc.array(fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), shortlisted: fc.boolean() }), {
    minLength: 1,
    maxLength: 300,
  })
  it('never falls as the score rises, lies within its interval, and rests on twenty or on all', () => {
    fc.assert(
      fc.property(labels, (given) => {
        const calibration = calibrate(given)
        let before = 0
        for (let score = 0; score <= 1; score += 0.05) {
          const chance = chanceOf(calibration, score)
          if (chance === null) throw new Error('there are labels')
          expect(chance.share).toBeGreaterThanOrEqual(before - 1e-12)
          expect(chance.low <= chance.share && chance.share <= chance.high).toBe(true)
          expect(chance.of).toBeGreaterThanOrEqual(Math.min(20, given.length))
          before = chance.share
        }
      }),
    )
  })

  it('is not told of nothing, and its interval is that of the textbook', () => {
    expect(chanceOf(calibrate([]), 0.5)).toBeNull()
    const { low, high } = wilson(3, 10)
    expect([low, high].map((value) => Math.round(1e4 * value))).toEqual([1078, 6032])
  })
})
