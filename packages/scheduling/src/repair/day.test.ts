import { beforeEach, describe, expect, it } from 'vitest'
import type { Instance, Meeting } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import { verify } from '../verify.ts'
import { Day } from './day.ts'
import type { DayEvent, Repair } from './event.ts'

const meeting = (participants: readonly number[], more: Partial<Meeting> = {}): Meeting => ({
  participants,
  slots: null,
  places: null,
  pool: null,
  after: [],
  ...more,
})

/** Three slots, two tables, one interpreter; 0 and 1 are buyers with a full day, 2 to 4 suppliers, 5 has no meeting. */
const instance: Instance = {
  slots: [0, 1, 2].map((slot) => ({ start: slot * 30, end: slot * 30 + 25, session: 0 })),
  participants: Array.from({ length: 6 }, () => ({ forbidden: [] })),
  places: [0, 1].map(() => ({ zone: 0, closed: [] })),
  walking: [[0]],
  pools: [{ capacity: [1, 1, 1] }],
  meetings: [meeting([0, 2]), meeting([0, 3]), meeting([1, 3]), meeting([1, 4], { pool: 0 })],
  spread: 0,
}
const plan: Plan = { slots: [0, 1, 0, 1], places: [0, 0, 1, 1] }

let day: Day
beforeEach(() => {
  day = new Day(instance, plan)
})

const apply = (event: DayEvent): Repair => {
  const answer = day.apply(event)
  expect(verify(day.instance, day.plan)).toEqual([])
  return answer
}

describe('a day that runs', () => {
  it('calls off what a no-show had before them, and nothing that is over', () => {
    day.advance(1)
    expect(apply({ kind: 'no-show', participant: 3 })).toEqual({
      changes: [{ meeting: 1, from: { slot: 1, place: 0 }, to: null }],
      lost: [],
    })
    expect(day.plan.slots).toEqual([0, unplaced, 0, 1])
  })

  it('moves what somebody who is late would miss to a slot that all have free', () => {
    expect(apply({ kind: 'late', participant: 2, until: 2 })).toEqual({
      changes: [{ meeting: 0, from: { slot: 0, place: 0 }, to: { slot: 2, place: 0 } }],
      lost: [],
    })
  })

  it('gives a walk-in the slot that costs the fewest breaks and moves nobody for it', () => {
    const { changes } = apply({ kind: 'walk-in', meeting: meeting([0, 5]) })
    expect(changes).toEqual([{ meeting: 4, from: null, to: { slot: 2, place: 0 } }])
  })

  it('exchanges one chain where no slot is free for all', () => {
    apply({ kind: 'walk-in', meeting: meeting([0, 5], { slots: [2] }) })
    // 0 is busy all day and 4 has slots 0 and 2 free, so a meeting of 0 has to leave one of them; that is a full day.
    expect(apply({ kind: 'walk-in', meeting: meeting([0, 4]) }).lost).toEqual([{ meeting: 5, rule: 'person-twice' }])
    apply({ kind: 'cancellation', meeting: 4 })
    const { changes, lost } = apply({ kind: 'walk-in', meeting: meeting([0, 4], { slots: [0] }) })
    expect(lost).toEqual([])
    expect(changes).toEqual([
      { meeting: 0, from: { slot: 0, place: 0 }, to: { slot: 2, place: 0 } },
      { meeting: 6, from: null, to: { slot: 0, place: 0 } },
    ])
  })

  it('leaves what is locked and says what stands against it', () => {
    day.lock(0)
    expect(apply({ kind: 'late', participant: 2, until: 1 }).lost).toEqual([{ meeting: 0, rule: 'slot-not-allowed' }])
    expect(day.plan.slots[0]).toBe(unplaced)
  })

  it('finds other places for what stood at a table that was lost, in the same slot where it can', () => {
    apply({ kind: 'cancellation', meeting: 3 })
    const { changes } = apply({ kind: 'place-lost', place: 0 })
    expect(changes).toContainEqual({ meeting: 1, from: { slot: 1, place: 0 }, to: { slot: 1, place: 1 } })
    expect(changes).toContainEqual({ meeting: 0, from: { slot: 0, place: 0 }, to: { slot: 2, place: 1 } })
  })

  it('loses a meeting whose interpreter is lost, and says so', () => {
    expect(apply({ kind: 'interpreter-lost', pool: 0 }).lost).toEqual([{ meeting: 3, rule: 'pool-overdrawn' }])
  })

  it('lets whoever comes unannounced meet others', () => {
    apply({ kind: 'participant-added', participant: { forbidden: [0, 1] } })
    const { changes } = apply({ kind: 'walk-in', meeting: meeting([6, 2]) })
    expect(changes).toEqual([{ meeting: 4, from: null, to: { slot: 2, place: 0 } }])
    expect(apply({ kind: 'walk-in', meeting: meeting([6, 3]) }).lost).toEqual([{ meeting: 5, rule: 'person-twice' }])
  })

  it('takes in more meetings than it had rows for', () => {
    const many = Array.from({ length: 300 }, () => apply({ kind: 'walk-in', meeting: meeting([0, 1]) }))
    expect(many.filter(({ lost }) => lost.length === 0)).toHaveLength(1)
    expect(day.plan.slots).toHaveLength(304)
  })
})
