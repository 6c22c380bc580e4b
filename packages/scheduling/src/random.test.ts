import { expect, it } from 'vitest'
import { randomFrom } from './random.ts'

it('is the same again from its seed and spreads over what it is asked for', () => {
  const draw = (seed: number): readonly number[] => {
    const random = randomFrom(seed)
    return Array.from({ length: 7000 }, () => random.below(7))
  }
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
  const counts = [0, 1, 2, 3, 4, 5, 6].map((value) => draw(1).filter((one) => one === value).length)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7000)
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
})

it('agrees with the first numbers of xoshiro128** from a state of 1, 2, 3, 4', () => {
  expect(Array.from({ length: 3 }, randomFrom([1, 2, 3, 4]).word)).toEqual([11520, 0, 5927040])
})
