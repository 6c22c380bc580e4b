import { expect, it } from 'vitest'
import { placeNames } from './plot-names.ts'

it('puts a name level with its point, on the side where there is room, as much of it as there is room for', () => {
  const [left, right] = placeNames(
    [
      { x: 100, y: 50, name: 'Sellos' },
      { x: 400, y: 120, name: 'Bombas del Altiplano y de la Costa Ltda' },
    ],
    440,
    190,
  )
  expect(left).toEqual({ x: 111, y: 50, anchor: 'start', text: 'Sellos' })
  expect(right).toMatchObject({ x: 389, y: 120, anchor: 'end', text: 'Bombas del Altiplano y de la Cost…' })
})

it('keeps names apart whose points lie on one another, and in the plot', () => {
  const points = Array.from({ length: 6 }, (_, n) => ({ x: 200 + n, y: 180, name: `Firm ${n}` }))
  const heights = placeNames(points, 440, 190)
    .map(({ y }) => y)
    .toSorted((a, b) => a - b)
  const steps = heights.slice(1).map((y, at) => y - (heights[at] ?? 0))
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(15)
  expect(heights.at(-1)).toBeLessThanOrEqual(182)
})
