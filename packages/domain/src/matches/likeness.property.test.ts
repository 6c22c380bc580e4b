import fc from 'fast-check'
import { expect, test } from 'vitest'

import { together } from './likeness.ts'

test('pieces of evidence count best first, in whatever order they come', () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(score, { maxLength: 12 }), (scores) => {
      const open = scores.toSorted((a, b) => b - a).reduce((left, one, place) => left * (1 - one / 2 ** place), 1)
      expect(together(scores)).toBeCloseTo(1 - open, 12)
    }),
  )
  expect(together([0.2, 0.8])).toBe(together([0.8, 0.2]))
  expect(together([0.2, 0.8])).toBeCloseTo(1 - 0.2 * 0.9, 12)
})
