import { describe, expect, it } from 'vitest'

import type { MatchdayContent } from '../matchdays/matchday.ts'
import {
  checkType,
  countedAs,
  faultsOfTypes,
  hostedStanding,
  passedCap,
  rulesFor,
  typeCalled,
  type ParticipantType,
} from './participant-types.ts'

const hosted: ParticipantType = { key: 'hosted', name: 'Hosted buyer', side: 'host', leastMeetings: 8, hosted: true }
const small: ParticipantType = { key: 'small', name: 'Small producer', side: 'visitor', mostMeetings: 6 }
const content: MatchdayContent = {
  ...{ title: '', text: '', language: 'en', venue: '', timeZone: 'UTC', sessions: [], places: [] },
  ...{ walkingMinutes: 0, mostMeetings: 12, leastMeetings: 2, types: [hosted, small] },
}

it('gives a firm the rules of its type, and where that says nothing those of the matchday', () => {
  expect(rulesFor(content, { side: 'host', type: 'hosted' })).toEqual({ most: 12, least: 8, quotas: [] })
  expect(rulesFor(content, { side: 'visitor', type: 'small' })).toEqual({ most: 6, least: 2, quotas: [] })
  expect(rulesFor(content, { side: 'visitor', type: null })).toEqual({ most: 12, least: 2, quotas: [] })
  // Hosts are promised nothing, and a type counts on its own side alone.
  expect(rulesFor(content, { side: 'host', type: null }).least).toBe(0)
  expect(rulesFor(content, { side: 'host', type: 'small' }).most).toBe(12)
  expect(countedAs({ side: 'host', type: null })).toBe('host')
  expect(countedAs({ side: 'host', type: 'hosted' })).toBe('hosted')
})

it('says which rule one meeting more would pass', () => {
  const rules = { most: 3, least: 0, quotas: [{ type: 'small', atLeast: 0, atMost: 1 }] }
  const passed = (all: number, alike: number, as: string) => passedCap(rules, { all, alike }, as)
  expect([passed(2, 1, 'visitor'), passed(3, 0, 'visitor'), passed(2, 1, 'small'), passed(2, 0, 'small')]).toEqual([
    ...[null, 'most', 'quota', null],
  ])
})

it('says how far a hosted firm is with what it owes', () => {
  expect([hostedStanding(8, 8, 0), hostedStanding(8, 5, 3), hostedStanding(8, 5, 2)]).toEqual([
    'kept',
    'on-the-way',
    'short',
  ])
})

describe('types that contradict themselves', () => {
  const faults = (...types: ParticipantType[]) =>
    faultsOfTypes({ ...content, types }).map(({ path }) => path.replace('body.content.types', ''))
  const quotas = (...given: NonNullable<ParticipantType['quotas']>) => faults(hosted, { ...small, quotas: given })

  it.each([
    ['are fine as they are', faults(hosted, small), []],
    ['of one key', faults(small, { ...small, name: 'Another' }), ['']],
    ['that promise more than a firm may have', faults({ ...small, leastMeetings: 7 }), ['.0.leastMeetings']],
    ['hosted for nothing in return', faults({ ...hosted, leastMeetings: 0 }), ['.0.leastMeetings']],
    [
      'with a quota of their own side',
      faults({ ...small, quotas: [{ type: 'small', atLeast: 0, atMost: 1 }] }),
      ['.0.quotas.0'],
    ],
    ['with a quota of nobody', quotas({ type: 'local', atLeast: 0, atMost: 1 }), ['.1.quotas.0']],
    ['whose least is more than their most', quotas({ type: 'hosted', atLeast: 3, atMost: 2 }), ['.1.quotas.0']],
    ['whose quotas ask for too much', quotas({ type: 'hosted', atLeast: 7, atMost: 9 }), ['.1.quotas']],
    [
      'with two quotas of one type',
      quotas({ type: 'hosted', atLeast: 0, atMost: 1 }, { type: 'hosted', atLeast: 0, atMost: 2 }),
      ['.1.quotas'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })
})

it('is called by its key, or by its name in any case, on its own side alone', () => {
  const twins = [small, { ...small, key: 'b' }]
  expect(typeCalled(content, 'visitor', 'small')?.key).toBe('small')
  expect(typeCalled(content, 'visitor', small.name.toUpperCase())?.key).toBe('small')
  expect(typeCalled(content, 'host', small.name)).toBe(undefined)
  expect(typeCalled({ types: twins }, 'visitor', small.name)).toBe(undefined)
  expect(typeCalled({ types: twins }, 'visitor', 'b')?.key).toBe('b')
})

it('refuses a type that the matchday does not have on that side', () => {
  const check = (type: string | null) => () => checkType(content, { side: 'visitor', type })
  expect(check('small')).not.toThrow()
  expect(check(null)).not.toThrow()
  expect(check('hosted')).toThrow(expect.objectContaining({ code: 'matchday.type' }))
})
