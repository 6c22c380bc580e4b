import { expect, it } from 'vitest'
import { apart, areaShape, radiusFor, viewOn } from './map-view.ts'

const size = { width: 400, height: 300 }
const santiago = { latitude: -33.45, longitude: -70.67 }
const arica = { latitude: -18.48, longitude: -70.31 }
const at = (view: ReturnType<typeof viewOn>, { latitude, longitude }: typeof arica) => view([longitude, latitude]) ?? []

it('every point lies within the map, north above south', () => {
  const view = viewOn([santiago, arica], null, size, 1, null)
  const [[, south], [, north]] = [at(view, santiago), at(view, arica)]
  for (const [x, y] of [at(view, santiago), at(view, arica)])
    expect([x, y].every((value) => value !== undefined && value > 0 && value < 400)).toBe(true)
  expect(north).toBeLessThan(south ?? 0)
})

it('one point alone stands in the middle, and so does the one that is looked at nearer', () => {
  for (const view of [viewOn([arica], null, size, 1, null), viewOn([santiago, arica], null, size, 4, arica)])
    expect(at(view, arica).map(Math.round)).toEqual([200, 150])
})

it('an area of 1,000 km is as far from its middle as that everywhere', () => {
  const view = viewOn([], { ...santiago, km: 1000 }, size, 1, null)
  const ring = areaShape({ ...santiago, km: 1000 }).coordinates[0] ?? []
  expect(ring.every(([longitude = 0, latitude = 0]) => (view([longitude, latitude])?.[1] ?? -1) > 0)).toBe(true)
  // 1,000 km are 8.99 degrees of latitude.
  expect(Math.max(...ring.map(([, latitude = 0]) => latitude))).toBeCloseTo(-33.45 + 8.99, 1)
})

it('marks of one place come to lie beside each other, others stay', () => {
  const [first, second, other] = apart(
    [
      { x: 50, y: 50 },
      { x: 51, y: 50 },
      { x: 90, y: 90 },
    ],
    16,
  )
  expect(first).toEqual({ x: 50, y: 50 })
  expect(Math.hypot((second?.x ?? 0) - 51, (second?.y ?? 0) - 50)).toBeCloseTo(16)
  expect(other).toEqual({ x: 90, y: 90 })
})

it('a circle of a quarter has half the radius, never less than can be hit, and nothing has none', () => {
  expect([radiusFor(4, 4, 30, 5), radiusFor(1, 4, 30, 5), radiusFor(1, 400, 30, 5), radiusFor(0, 4, 30, 5)]).toEqual([
    30, 15, 5, 0,
  ])
})
