import { expect, it } from 'vitest'

import { asId, type MatchdayParticipantId } from '../brand.ts'
import type { MatchdayContent } from '../matchdays/matchday.ts'
import { checkMatchdayChange } from '../matchdays/matchday-rules.ts'
import { slotsOf } from '../matchdays/matchday-slots.ts'
import { asItIs, assumedContent, assumedShut, differencesOf, takeOver } from './assumptions.ts'
import { comparePlans, figuresOf } from './compare-plans.ts'

const [host, one, two] = ['h', '1', '2'].map((id) => asId<MatchdayParticipantId>(id)) as [
  ...[MatchdayParticipantId, MatchdayParticipantId, MatchdayParticipantId],
]
const session = { name: '', date: '2030-05-06', slotCount: 3, slotMinutes: 20, pauseMinutes: 0 }
const content: MatchdayContent = {
  ...{ title: 'Day', text: '', language: 'en', venue: '', timeZone: 'UTC' },
  sessions: [
    { ...session, starts: '14:00' },
    { ...session, starts: '09:00' },
  ],
  places: [{ key: 'more-2', name: '1', kind: 'table', zone: 'A' }],
  ...{ walkingMinutes: 5, mostMeetings: 4 },
}

it('assumes tables, slots behind the last one and sessions that are not held', () => {
  const assumed = assumedContent(content, { ...asItIs, tables: 3, moreSlots: 2 })
  expect(assumed.places.map(({ key }) => key)).toEqual(['more-2', 'more-3', 'more-4'])
  // The afternoon stands first in the list and last in time.
  expect(assumed.sessions.map(({ slotCount }) => slotCount)).toEqual([5, 3])
  expect(slotsOf(assumed)?.slice(0, 6)).toEqual(slotsOf(content))
  expect(assumedShut(content, { ...asItIs, withoutSessions: [0] })).toEqual([3, 4, 5])
})

it('tells what a plan assumes that is not so, until it is taken over', () => {
  const assumed = { ...asItIs, tables: 2, mostMeetings: 6, absent: [one] }
  expect(differencesOf(content, new Set([one]), assumed)).toEqual(['tables', 'mostMeetings', 'absent'])
  const taken = takeOver(content, assumed)
  checkMatchdayChange(content, taken)
  expect(differencesOf(taken, new Set([one]), assumed)).toEqual(['absent'])
  expect(differencesOf(taken, new Set(), assumed)).toEqual([])
  expect(takeOver(taken, { ...asItIs, tables: 1 }).places).toHaveLength(2)
})

it('counts what a plan comes to, and what changes for whom to another', () => {
  const meet = (visitorId: MatchdayParticipantId, slot: number, place = 'a', must = false) => ({
    ...{ hostId: host, visitorId, slot, place, must },
  })
  const first = { meetings: [meet(one, 0)], unplaced: [{ hostId: host, visitorId: two, must: true }] }
  const second = { meetings: [meet(one, 0, 'b'), meet(two, 2, 'a', true)], unplaced: [] }
  expect(figuresOf(first)).toEqual({
    ...{ agreed: 2, placed: 1, musts: 1, mustsPlaced: 0, breaks: 0, spread: 0, without: 1 },
  })
  expect(figuresOf(second)).toMatchObject({ mustsPlaced: 1, breaks: 1, spread: 1, without: 0 })
  const compared = comparePlans(first, second)
  expect(compared).toMatchObject({ moved: 0, reseated: 1, gained: 1, lost: 0 })
  expect(compared.changes).toEqual([
    { participantId: host, meetings: [1, 2], breaks: [0, 1] },
    { participantId: two, meetings: [0, 1], breaks: [0, 0] },
  ])
  expect(comparePlans(second, { ...second, meetings: [meet(one, 1, 'b'), meet(two, 2, 'a', true)] }).moved).toBe(1)
})
