import { afterAll, beforeAll, expect, it } from 'vitest'

import { playDay, type Break, type DayVerdict } from './play-day.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 120_000)
afterAll(async () => {
  await stage?.close()
}, 60_000)

const [whole, short] = [
  { participants: 16, killEveryMs: 700 },
  { participants: 10, killEveryMs: 100 },
]
const play = (seed: number, broken: Break | null = null): Promise<DayVerdict> =>
  playDay(stage, { seed, ...(broken === null ? whole : short), broken, say: () => undefined })

it('plays a matchday across a change of the clock while every part is killed: no overlap, no silent gap, nothing lost', async () => {
  const day = await play(4)
  console.info(`simulate: ${JSON.stringify(day)}`)
  expect(day.clockChanges).toBe(true)
  expect(day.killed).toHaveLength(6)
  expect(day.requests).toBeGreaterThan(100)
  expect([...day.overlaps, ...day.silentGaps, ...day.notBack, ...day.lostWrites, ...day.firstFaults]).toEqual([])
  expect(day.good).toBe(true)
  expect(day.repair.keptWithRepair).toBeGreaterThanOrEqual(day.repair.keptWithout)
}, 120_000)

// With what holds bookings gone, or the pages gone deaf, the same verdict is bad: so it can be.
it.each([
  ['live', 'silentGaps'],
  ['bookings', 'overlaps'],
] as const)(
  'says so where --break %s',
  async (broken, found) => {
    // Whether two are quick enough to collide differs from day to day: one of a few days shows it.
    let day = await play(2, broken)
    for (const seed of [3, 5, 6, 7]) if (day[found].length === 0) day = await play(seed, broken)
    expect(day[found].length).toBeGreaterThan(0)
    expect(day.good).toBe(false)
  },
  400_000,
)
