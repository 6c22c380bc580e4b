import { describe, expect, it } from 'vitest'
import type { Instance, Meeting } from './instance.ts'
import { unplaced, type Plan } from './plan.ts'
import { breaksByParticipant, breaksOf, rules, unplacedOf, verify, type Rule } from './verify.ts'

const meeting = (participants: readonly number[], more: Partial<Meeting> = {}): Meeting => ({
  participants,
  slots: null,
  places: null,
  pool: null,
  after: [],
  ...more,
})

/** Five slots of 20 minutes with 5 between them, three places in two zones ten minutes apart, two interpreters. */
const day: Instance = {
  slots: [0, 1, 2, 3, 4].map((slot) => ({ start: slot * 25, end: slot * 25 + 20, session: 0 })),
  participants: [{ forbidden: [4] }, { forbidden: [] }, { forbidden: [] }, { forbidden: [] }, { forbidden: [] }],
  places: [
    { zone: 0, closed: [4] },
    { zone: 0, closed: [] },
    { zone: 1, closed: [] },
  ],
  walking: [
    [0, 10],
    [10, 0],
  ],
  pools: [{ capacity: [1, 2, 2, 2, 2] }],
  meetings: [
    meeting([0, 1]),
    meeting([0, 2], { slots: [1, 2] }),
    meeting([3, 4], { pool: 0 }),
    meeting([1, 2], { places: [0, 1], pool: 0 }),
    meeting([1, 3, 4], { after: [0] }),
  ],
  spread: 1,
}
const clean: Plan = { slots: [0, 1, 0, 2, 1], places: [0, 0, 1, 0, 1] }

type Case = { readonly rule: Rule; readonly instance?: Partial<Instance>; readonly plan: Partial<Plan> }

const withMeeting = (index: number, more: Partial<Meeting>): Partial<Instance> => ({
  meetings: day.meetings.map((one, at) => (at === index ? { ...one, ...more } : one)),
})

const cases: readonly Case[] = [
  { rule: 'plan-length', plan: { slots: [0, 1, 0, 2] } },
  { rule: 'slot-unknown', plan: { slots: [0, 1, 0, 2, 5] } },
  { rule: 'place-unknown', plan: { places: [0, 0, 1, 0, 3] } },
  { rule: 'half-placed', plan: { places: [0, 0, 1, 0, unplaced] } },
  { rule: 'person-twice', plan: { slots: [0, 1, 1, 2, 1], places: [0, 0, 2, 0, 1] } },
  { rule: 'person-away', instance: { participants: day.participants.map(() => ({ forbidden: [2] })) }, plan: {} },
  { rule: 'place-twice', plan: { places: [0, 0, 0, 0, 1] } },
  {
    rule: 'place-closed',
    instance: { places: day.places.map((one, at) => ({ ...one, closed: at === 1 ? [0] : [] })) },
    plan: {},
  },
  { rule: 'place-not-allowed', instance: withMeeting(2, { places: [0, 2] }), plan: {} },
  { rule: 'slot-not-allowed', instance: withMeeting(1, { slots: [2] }), plan: {} },
  { rule: 'pool-overdrawn', instance: { pools: [{ capacity: [0, 2, 2, 2, 2] }] }, plan: {} },
  { rule: 'order', instance: withMeeting(0, { after: [2] }), plan: {} },
  { rule: 'never-with', instance: { neverWith: [[2, 0]] }, plan: {} },
  { rule: 'walking-time', plan: { places: [2, 0, 1, 0, 1] } },
  { rule: 'spread', instance: { spread: 0 }, plan: { slots: [0, 1, 0, 3, 1] } },
]

describe('the verifier', () => {
  it('finds nothing in a clean plan, whole or without some meetings', () => {
    expect(verify(day, clean)).toEqual([])
    expect(verify(day, { slots: [unplaced, 1, 0, 2, 1], places: [unplaced, 0, 1, 0, 1] })).toEqual([])
  })

  it.each(cases)('names $rule alone where one thing is changed', ({ rule, instance, plan }) => {
    const broken = verify({ ...day, ...instance }, { ...clean, ...plan }).map((violation) => violation.rule)
    expect(new Set(broken)).toEqual(new Set([rule]))
  })

  it('has a case for each rule', () => {
    expect(cases.map(({ rule }) => rule)).toEqual(rules)
  })

  it('says which meetings and who', () => {
    const twice = verify(day, { slots: [0, 1, 1, 2, 1], places: [0, 0, 2, 0, 1] })
    expect(twice).toContainEqual({ rule: 'person-twice', meetings: [2, 4], participant: 3, slot: 1 })
    expect(verify(day, { ...clean, places: [0, 0, 0, 0, 1] })).toEqual([
      { rule: 'place-twice', meetings: [0, 2], place: 0, slot: 0 },
    ])
  })

  it('lets people walk where there is time for it', () => {
    const later: Plan = { slots: [0, 2, 0, 3, 1], places: [2, 0, 1, 0, 1] }
    expect(verify({ ...day, spread: null }, later).map(({ rule }) => rule)).toEqual(['walking-time'])
    const quick = {
      ...day,
      spread: null,
      walking: [
        [0, 5],
        [5, 0],
      ],
    }
    expect(verify(quick, later)).toEqual([])
  })
})

it('breaks are runs of idle slots between two meetings, however long, and nothing before or after', () => {
  const plan: Plan = { slots: [0, 2, 1, 4, 3], places: [0, 0, 0, 1, 0] }
  expect(breaksByParticipant(day, plan)).toEqual([1, 1, 1, 1, 1])
  expect(breaksOf(day, plan)).toBe(5)
  expect(breaksOf(day, { slots: [0, 2, unplaced, unplaced, unplaced], places: [0, 0, -1, -1, -1] })).toBe(1)
  expect(unplacedOf({ slots: [0, unplaced, unplaced], places: [0, -1, -1] })).toBe(2)
})
