import { expect, it } from 'vitest'
import { generate } from '../generate.ts'
import type { Instance } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import { randomFrom } from '../random.ts'
import { inSteps } from '../search/budget.ts'
import { search } from '../search/search.ts'
import { unplacedOf, verify } from '../verify.ts'

const size = { buyers: 16, suppliers: 40, meetings: 160, slots: 16, places: 20, away: 0.05, spread: null }
const base = generate(size, 5)

const best = (instance: Instance): Plan => {
  const found = [...search(instance, { random: randomFrom(1), budget: inSteps(30_000) })].at(-1)?.plan()
  if (found === undefined) throw new Error('there is a plan')
  return found
}

/** How often somebody's next meeting is in another zone. */
function zoneChanges({ places, participants, meetings }: Instance, plan: Plan): number {
  const days = participants.map((): (readonly [slot: number, zone: number])[] => [])
  meetings.forEach(({ participants: who }, meeting) => {
    const [slot, place] = [plan.slots[meeting] ?? unplaced, plan.places[meeting] ?? unplaced]
    if (slot !== unplaced) who.forEach((one) => days[one]?.push([slot, places[place]?.zone ?? 0]))
  })
  const inTime = days.map((day) => day.toSorted(([a], [b]) => a - b).map(([, zone]) => zone))
  return inTime.reduce((sum, zones) => sum + zones.filter((zone, at) => at > 0 && zone !== zones[at - 1]).length, 0)
}

it('buyers stay at booths of their own in two zones, and suppliers find the time to walk', () => {
  const instance: Instance = {
    ...base,
    places: base.places.map((_, place) => ({ zone: place % 2, closed: [] })),
    // Six minutes where there are five between two slots: nobody changes zones from one slot to the next.
    walking: [
      [0, 6],
      [6, 0],
    ],
    meetings: base.meetings.map((meeting) => ({ ...meeting, places: [meeting.participants[0] ?? 0] })),
  }
  const plan = best(instance)
  expect(verify(instance, plan)).toEqual([])
  expect(unplacedOf(plan)).toBeLessThanOrEqual(2)
  // The rule is what keeps them from it: without it the same day has suppliers who would have to run.
  const hurried = verify(
    instance,
    best({
      ...instance,
      walking: [
        [0, 0],
        [0, 0],
      ],
    }),
  )
  expect(new Set(hurried.map(({ rule }) => rule))).toEqual(new Set(['walking-time']))
})

it('keeps people in a zone where places are free to choose', () => {
  const zoned: Instance = {
    ...base,
    places: base.places.map((_, place) => ({ zone: place % 2, closed: [] })),
    walking: [
      [0, 1],
      [1, 0],
    ],
  }
  const plan = best(zoned)
  expect(verify(zoned, plan)).toEqual([])
  const scattered = { ...plan, places: best(base).places }
  expect(zoneChanges(zoned, plan)).toBeLessThan(0.75 * zoneChanges(zoned, scattered))
})

it('takes exchanges back to the very places, so that no plan is found on a state that nobody checked', () => {
  const zoned: Instance = {
    ...base,
    places: base.places.slice(0, 12).map((_, place) => ({ zone: place % 3, closed: [] })),
    walking: [
      [0, 30, 30],
      [30, 0, 30],
      [30, 30, 0],
    ],
  }
  const found = [...search(zoned, { random: randomFrom(2), budget: inSteps(40_000) })]
  expect(found.length).toBeGreaterThan(1)
  expect(found.flatMap(({ plan }) => verify(zoned, plan()))).toEqual([])
})

it('gives a place up for a meeting that has no other', () => {
  const meeting = { slots: [0], pool: null, after: [] }
  const instance: Instance = {
    ...base,
    slots: base.slots.slice(0, 1),
    participants: Array.from({ length: 6 }, () => ({ forbidden: [] })),
    places: Array.from({ length: 3 }, () => ({ zone: 0, closed: [] })),
    meetings: [
      { ...meeting, participants: [0, 1], places: null },
      { ...meeting, participants: [2, 3], places: [0, 1] },
      { ...meeting, participants: [4, 5], places: [0] },
    ],
  }
  expect(best(instance).places).toEqual([2, 1, 0])
})
