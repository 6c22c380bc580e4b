import * as fc from 'fast-check'
import MiniSat from 'logic-solver/minisat_wrapper.js'
import { expect, it } from 'vitest'
import { smallDay } from '../generate-small.ts'
import type { Instance } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import { breaksOf, verify } from '../verify.ts'
import { ascend, type Solve } from './ascend.ts'

/** A real solver, in this process since the formulas are small. */
const solve: Solve = async ({ variables, literals }, units) => {
  const solver = new MiniSat()
  solver.ensureVar(variables)
  let clause: number[] = []
  let isOpen = true
  for (const literal of [...literals, ...units.flatMap((unit) => [unit, 0])]) {
    if (literal !== 0) clause.push(literal)
    else {
      isOpen &&= solver.addClause(clause)
      clause = []
    }
  }
  return isOpen && solver.solve() ? { model: solver.getSolution() } : 'unsatisfiable'
}

/** Each meeting in its slot, with the first place that is open and free: which one does not matter where all are alike. */
function seated({ places }: Instance, slots: readonly number[]): Plan {
  const given: number[] = []
  for (const [m, slot] of slots.entries()) {
    const isFree = (place: number): boolean => !given.some((other, n) => n < m && other === place && slots[n] === slot)
    given.push(places.findIndex(({ closed }, place) => !closed.includes(slot) && isFree(place)))
  }
  // Who has no place counts as placed nowhere, which the verifier refuses.
  return { slots, places: given.map((place) => (place < 0 ? unplaced : place)) }
}

/** The fewest breaks of any whole plan, by trying every slot for every meeting; null where there is no plan. */
function fewestBreaks(instance: Instance): number | null {
  let fewest: number | null = null
  const count = instance.slots.length ** instance.meetings.length
  for (let code = 0; code < count; code += 1) {
    const slots = instance.meetings.map((_, m) => Math.floor(code / instance.slots.length ** m) % instance.slots.length)
    const plan = seated(instance, slots)
    if (verify(instance, plan).length > 0) continue
    fewest = Math.min(fewest ?? Infinity, breaksOf(instance, plan))
  }
  return fewest
}

/** A small day with rules of every kind but those between places. */
function alikeDay(seed: number): Instance {
  const day = smallDay(seed)
  return {
    ...day,
    places: day.places.map((place) => ({ ...place, zone: 0 })),
    meetings: day.meetings.map((meeting) => ({ ...meeting, places: null })),
  }
}

async function prove(instance: Instance, counting: 'meetings' | 'participants') {
  const seen = { bound: 0, plan: null as Plan | null }
  const verdict = await ascend(
    instance,
    solve,
    {
      best: () => null,
      raise: (bound) => void (seen.bound = bound),
      found: (plan) => void (seen.plan = plan),
    },
    counting,
  )
  return { verdict, ...seen }
}

it('a small day is proved to have as few breaks as trying everything finds, or to have no plan', async () => {
  const verdicts = { optimal: 0, infeasible: 0, open: 0, withBreaks: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.constantFrom('meetings' as const, 'participants' as const),
      async (seed, counting) => {
        const instance = alikeDay(seed)
        const [{ verdict, bound, plan }, fewest] = [await prove(instance, counting), fewestBreaks(instance)]
        verdicts[verdict] += 1
        if (fewest !== null && fewest > 0) verdicts.withBreaks += 1
        expect(verdict).toBe(fewest === null ? 'infeasible' : 'optimal')
        if (fewest === null) return
        expect(bound).toBe(fewest)
        expect(breaksOf(instance, plan ?? { slots: [], places: [] })).toBe(fewest)
        expect(verify(instance, plan ?? { slots: [], places: [] })).toEqual([])
      },
    ),
    { numRuns: 120 },
  )
  // Each kind of day came up, or the comparison would say little.
  expect(Math.min(verdicts.optimal, verdicts.infeasible, verdicts.withBreaks)).toBeGreaterThan(0)
})

it('where places differ, what is said of a small day still holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.constantFrom('meetings' as const, 'participants' as const),
      async (seed, counting) => {
        const instance = smallDay(seed)
        const { verdict, bound, plan } = await prove(instance, counting)
        const fewest = fewestBreaks(instance)
        expect(plan === null ? [] : verify(instance, plan)).toEqual([])
        // Seats given one after another may miss a plan, never make one up: what they reach is no better than the bound.
        expect(fewest ?? Infinity).toBeGreaterThanOrEqual(verdict === 'infeasible' ? Infinity : bound)
      },
    ),
    { numRuns: 50 },
  )
})
