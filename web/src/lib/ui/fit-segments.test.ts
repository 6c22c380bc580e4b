import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitSegments } from './fit-segments.ts'

const part = (id: string, weight: number, score: number | null) => ({ id, label: id, weight, score })

it('orders by weight, leaves out what does not count, and gives points of a hundred', () => {
  expect(
    fitSegments([
      part('price', 0.1, 0.5),
      part('text', 0.5, 0.9),
      part('inclusion', 0, 1),
      part('certificates', 0.4, null),
    ]),
  ).toEqual([
    { ...part('text', 0.5, 0.9), of: 50, points: 45 },
    { ...part('certificates', 0.4, null), of: 40, points: null },
    { ...part('price', 0.1, 0.5), of: 10, points: 5 },
  ])
})

it('always shares out exactly a hundred points', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.001, max: 5, noNaN: true }), { minLength: 1, maxLength: 10 }),
      (weights) => {
        const total = fitSegments(weights.map((weight, index) => part(String(index), weight, 1))).reduce(
          (sum, segment) => sum + segment.of,
          0,
        )
        expect(total).toBe(100)
      },
    ),
  )
})
