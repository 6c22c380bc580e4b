import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { smallDay } from '../generate-small.ts'
import { generate } from '../generate.ts'
import type { Instance } from '../instance.ts'
import type { Plan } from '../plan.ts'
import { randomFrom } from '../random.ts'
import { inSteps } from '../search/budget.ts'
import { search } from '../search/search.ts'
import { breaksOf, verify } from '../verify.ts'
import { rotate } from './rotate.ts'

type Appeals = readonly (number | null)[]

function planOf(instance: Instance, seed: number, steps: number): Plan {
  const found = [...search(instance, { random: randomFrom(seed), budget: inSteps(steps) })].at(-1)
  if (found === undefined) throw new Error('there is a plan')
  return found.plan()
}

/** The appeal of the table of each meeting; null where it has none. */
const gotOf = ({ places }: Plan, appeals: Appeals) => places.map((place) => appeals[place] ?? null)
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** What everybody has after a day: what they brought, and how much better their tables were than the average. */
function balancesAfter({ meetings }: Instance, plan: Plan, appeals: Appeals, before: readonly number[]): number[] {
  const got = gotOf(plan, appeals)
  const tables = got.filter((appeal) => appeal !== null)
  const mean = sumOf(tables) / Math.max(1, tables.length)
  const after = [...before]
  for (const [index, { participants }] of meetings.entries()) {
    const appeal = got[index] ?? null
    if (appeal !== null) for (const one of participants) after[one] = (after[one] ?? 0) + appeal - mean
  }
  return after
}
const squaresOf = (balances: readonly number[]): number => sumOf(balances.map((one) => one * one))

it('keeps every rule, all slots and breaks, leaves no firm worse where a good table is free, and says the same again', () => {
  let [changed, evened] = [0, 0]
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = randomFrom(seed)
      const small = smallDay(seed, 9)
      // One place more than meetings need, so that good ones may stand empty.
      const instance = { ...small, places: [...small.places, { zone: 0, closed: [] }] }
      const plan = planOf(instance, seed, 200)
      const appeals = instance.places.map(() => (random.share() < 0.2 ? null : 1 + random.below(5)))
      const balances = instance.participants.map(() => random.below(21) - 10)
      const turned = rotate(instance, plan, { appeals, balances })
      const spread = null
      expect(verify({ ...instance, spread }, turned)).toEqual([])
      expect(turned.slots).toEqual(plan.slots)
      expect(breaksOf(instance, turned)).toBe(breaksOf(instance, plan))
      expect(rotate(instance, plan, { appeals, balances })).toEqual(turned)
      const [before, after] = [gotOf(plan, appeals), gotOf(turned, appeals)]
      // Who is in a virtual room stays there, and nobody else comes in.
      expect(turned.places.filter((place, at) => place !== plan.places[at] && before[at] === null)).toEqual([])
      expect(after.map((appeal) => appeal === null)).toEqual(before.map((appeal) => appeal === null))
      const more = sumOf(after.map((one) => one ?? 0)) - sumOf(before.map((one) => one ?? 0))
      expect(more).toBeGreaterThanOrEqual(0)
      changed += turned.places.some((place, at) => place !== plan.places[at]) ? 1 : 0
      if (more > 0) return
      const squares = [plan, turned].map((one) => squaresOf(balancesAfter(instance, one, appeals, balances)))
      expect(squares[1]).toBeLessThan((squares[0] ?? 0) + 1e-6)
      evened += (squares[1] ?? 0) < (squares[0] ?? 0) - 0.5 ? 1 : 0
    }),
    { numRuns: 400 },
  )
  expect(changed).toBeGreaterThan(40)
  expect(evened).toBeGreaterThan(0)
})

const size = { buyers: 16, suppliers: 40, meetings: 160, slots: 14, places: 20, away: 0.05, spread: null }
const appeals = Array.from({ length: size.places }, (_, place) => (place < 4 ? 5 : place < 14 ? 3 : 1))
const days = 12

/** How tables are given: as they come, by turns within each day alone, or by turns over all days. */
type Way = 'plain' | 'forgetful' | 'ledger'

/** By how many points firms are apart after each of a row of matchdays. */
function season(way: Way, walking: number, seed: number): readonly number[] {
  const none = Array.from({ length: size.buyers + size.suppliers }, () => 0)
  let balances: readonly number[] = none
  return Array.from({ length: days }, (_, day) => {
    const plain = generate(size, seed * 100 + day)
    const instance: Instance = {
      ...plain,
      places: plain.places.map((_place, at) => ({ zone: at < 10 ? 0 : 1, closed: [] })),
      walking: [
        [0, walking],
        [walking, 0],
      ],
      // Those who agree first are always the same.
      meetings: plain.meetings.toSorted((a, b) => (a.participants[0] ?? 0) - (b.participants[0] ?? 0)),
    }
    const made = planOf(instance, day, 3000)
    const before = way === 'ledger' ? balances : none
    const plan = way === 'plain' ? made : rotate(instance, made, { appeals, balances: before })
    expect(verify(instance, plan)).toEqual([])
    balances = balancesAfter(instance, plan, appeals, balances)
    return Math.max(...balances) - Math.min(...balances)
  })
}
const late = (spreads: readonly number[]): number => sumOf(spreads.slice(days / 2)) / (days / 2)

it.each([
  ['people have the time to walk', 5, 8],
  ['nobody changes zones from one slot to the next', 6, 18],
])('keeps firms within a few points of each other over a row of matchdays where %s', (_, walking, bound) => {
  for (const seed of [1, 2, 3]) {
    const [ledger, forgetful, plain] = (['ledger', 'forgetful', 'plain'] as const).map((way) =>
      season(way, walking, seed),
    )
    expect(Math.max(...(ledger ?? [Infinity]))).toBeLessThan(bound)
    // Without the ledger they drift apart, and without turns at all the same firms have the good tables for ever.
    expect(late(forgetful ?? [])).toBeGreaterThan(1.5 * late(ledger ?? [Infinity]))
    expect(late(plain ?? [])).toBeGreaterThan(1.5 * late(forgetful ?? [Infinity]))
  }
})
