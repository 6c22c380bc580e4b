import { expect, it } from 'vitest'
import { niceTicks } from './nice-ticks.ts'

it('are round, and hold all that is shown between the first and the last', () => {
  expect(niceTicks(92_000, 131_000, 3)).toEqual([80_000, 100_000, 120_000, 140_000])
  expect(niceTicks(0, 100)).toEqual([0, 50, 100])
  expect(niceTicks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100])
})

it('stand around one value too', () => {
  expect(niceTicks(40, 40)).toEqual([40, 50])
  expect(niceTicks(0, 0)).toEqual([0, 0.5])
})
