import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallDay } from '../generate-small.ts'
import type { Instance } from '../instance.ts'
import { unplaced } from '../plan.ts'
import { randomFrom, type Random } from '../random.ts'
import { inSteps } from '../search/budget.ts'
import { search } from '../search/search.ts'
import { verify } from '../verify.ts'
import { Day } from './day.ts'
import type { DayEvent } from './event.ts'

const kinds = [
  'no-show',
  'late',
  'walk-in',
  'cancellation',
  'place-lost',
  'interpreter-lost',
  'participant-added',
] as const

function eventOf({ participants, meetings, places, pools, slots }: Instance, random: Random): DayEvent {
  const kind = kinds[random.below(kinds.length)] ?? 'walk-in'
  const participant = random.below(participants.length)
  const other = (participant + 1 + random.below(participants.length - 1)) % participants.length
  const pool = pools.length > 0 && random.share() < 0.5 ? 0 : null
  switch (kind) {
    case 'no-show':
      return { kind, participant }
    case 'late':
      return { kind, participant, until: 1 + random.below(slots.length) }
    case 'cancellation':
      return { kind, meeting: random.below(meetings.length) }
    case 'place-lost':
      return { kind, place: random.below(places.length) }
    case 'participant-added':
      return { kind, participant: { forbidden: [random.below(slots.length)] } }
    case 'interpreter-lost':
      // A day without interpreters loses none.
      return pools.length > 0 ? { kind, pool: 0 } : { kind: 'no-show', participant }
    case 'walk-in':
      return {
        kind: 'walk-in',
        meeting: { participants: [participant, other], slots: null, places: null, pool, after: [] },
      }
  }
}

/** A small day that was planned, and so many events that befall it while it goes on. */
function played(
  seed: number,
  events: number,
  see: (day: Day, act: () => ReturnType<Day['apply']>, event: DayEvent) => void,
) {
  const random = randomFrom(seed)
  const instance = smallDay(seed, 8)
  const plan = [...search(instance, { random, budget: inSteps(500) })].at(-1)?.plan()
  if (plan === undefined) return
  const day = new Day(instance, plan)
  for (let done = 0; done < events; done += 1) {
    if (random.share() < 0.2) day.lock(random.below(day.instance.meetings.length))
    const event = eventOf(day.instance, random)
    see(day, () => day.apply(event), event)
  }
}

it('after every event the plan breaks no rule, and the changes told are all there are', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      played(seed, 8, (day, act) => {
        const before = day.plan
        const { changes, lost } = act()
        const after = day.plan
        expect(verify(day.instance, after)).toEqual([])
        const told = new Map(changes.map((change) => [change.meeting, change]))
        after.slots.forEach((slot, meeting) => {
          const [oldSlot, oldPlace] = [before.slots[meeting] ?? unplaced, before.places[meeting] ?? unplaced]
          const change = told.get(meeting)
          const place = after.places[meeting] ?? unplaced
          expect(change !== undefined).toBe(oldSlot !== slot || oldPlace !== place)
          if (change === undefined) return
          expect(change.from).toEqual(oldSlot === unplaced ? null : { slot: oldSlot, place: oldPlace })
          expect(change.to).toEqual(slot === unplaced ? null : { slot, place })
        })
        for (const { meeting } of lost) expect(after.slots[meeting]).toBe(unplaced)
      })
    }),
    { numRuns: 400 },
  )
})

it('what is past or runs stays as it is, and what is locked moves nowhere', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 3 }), (seed, next) => {
      const locked = new Set<number>()
      played(seed, 6, (day, act) => {
        day.advance(next)
        const { slots, places } = day.plan
        const one = slots.findIndex((slot) => slot >= next)
        if (one >= 0) day.lock(one)
        if (one >= 0) locked.add(one)
        const { changes } = act()
        const touched = changes.flatMap(({ from, to }) => [from, to]).filter((spot) => spot !== null)
        expect(touched.filter(({ slot }) => slot < next)).toEqual([])
        const moved = changes.filter(({ meeting, to }) => locked.has(meeting) && to !== null)
        expect(moved.filter(({ meeting, to }) => to?.slot !== slots[meeting])).toEqual([])
        const after = day.plan
        slots.forEach((slot, meeting) => {
          if (slot === unplaced || slot >= next) return
          expect([after.slots[meeting], after.places[meeting]]).toEqual([slot, places[meeting]])
        })
      })
    }),
    { numRuns: 300 },
  )
})
