import { existsSync, readFileSync } from 'node:fs'
import { breaksOf, readDzn, verify, type Instance, type Meeting } from '@enlace/scheduling'
import { describe, expect, it } from 'vitest'

import { planDay } from './plan-day.ts'
import { shownOutcome } from './shown-outcome.ts'
import { bestSolver, solverIn, type SolverName } from './solver-process.ts'

/** A made-up day of four people at two tables, with the pairs that meet and a slot in which only the first two come. */
function fourPeople(pairs: readonly (readonly [number, number])[], slots: number, closed: number): Instance {
  return {
    slots: Array.from({ length: slots }, (_, slot) => ({ start: slot * 30, end: slot * 30 + 30, session: 0 })),
    participants: [0, 1, 2, 3].map((p) => ({ forbidden: p < 2 ? [] : [closed] })),
    places: [0, 1].map(() => ({ zone: 0, closed: [] })),
    walking: [[0]],
    pools: [],
    meetings: pairs.map((participants): Meeting => {
      return { participants, slots: null, places: null, pool: null, after: [] }
    }),
    spread: 2,
  }
}

// The last two meet everybody in the three slots in which they come, so each of them waits once in between; nobody else must.
const waiting = fourPeople(
  [
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ],
  4,
  1,
)
const crowded = fourPeople(
  [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ],
  3,
  1,
)

// Where cadical is not installed these are one.
const solvers = [...new Set<SolverName>(['npm', bestSolver()])]

describe.each(solvers)('a day planned with %s', (solver) => {
  it('is proved to have as few breaks as it can', async () => {
    const { verdict, plan, breaks, lowerBound, firstFeasibleMs } = await planDay(waiting, 20, solver)
    expect({ verdict, breaks, lowerBound }).toEqual({ verdict: 'optimal', breaks: 2, lowerBound: 2 })
    expect(firstFeasibleMs).toBeGreaterThan(0)
    expect(plan && verify(waiting, plan)).toEqual([])
    expect(plan && breaksOf(waiting, plan)).toBe(2)
  })

  it('is proved to have no plan', async () => {
    const outcome = await planDay(crowded, 20, solver)
    expect(shownOutcome(outcome)).toEqual({ infeasible: true, proved: true })
  })
})

it('a day whose time is over before anything is found says that nothing is proved', async () => {
  const { lowerBound, ...shown } = { lowerBound: -1, ...shownOutcome(await planDay(waiting, 0.001, 'npm')) }
  expect(lowerBound).toBe(0)
  expect(shown).toEqual(expect.objectContaining({ slots: null, breaks: null, proved: false, firstFeasibleMs: null }))
})

it('a solver that fails or is ended has said nothing', async () => {
  const formula = { variables: 1, clauses: 1, literals: Int32Array.of(1, 0) }
  const ended = new AbortController()
  ended.abort()
  expect(await solverIn('npm', ended.signal)(formula, [])).toBe('unknown')
  expect(await solverIn('npm', new AbortController().signal)(formula, [])).toEqual({ model: [false, true] })
})

const shared = new URL('../../../shared/data/scheduling/', import.meta.url)

describe.skipIf(!existsSync(shared))('published days (skipped where ../shared is absent)', () => {
  const read = (name: string) => readDzn(readFileSync(new URL(`jair2022/${name}.dzn`, shared), 'utf8'))

  it.each(['tic-12', 'tic-13crafb', 'forumt-14crafd'])('%s is proved to have its published optimum', async (name) => {
    const published = JSON.parse(readFileSync(new URL('published.json', shared), 'utf8')).rows[name][0]
    const instance = read(`${name}.original`)
    const { verdict, plan, breaks } = await planDay(instance, 25, bestSolver())
    expect({ verdict, breaks }).toEqual({ verdict: 'optimal', breaks: published })
    expect(plan && verify(instance, plan)).toEqual([])
  })

  it('tic-12 with 40 % of its meetings fixed has no plan', async () => {
    expect((await planDay(read('tic-12.fixed040-Forb'), 25, bestSolver())).verdict).toBe('infeasible')
  })
})
