import { expect, it } from 'vitest'

import type { MatchdaySession } from '../matchdays/matchday.ts'
import { hourAppeals, tableAppeal } from './appeal.ts'

const session = (date: string, starts: string, given: Partial<MatchdaySession> = {}): MatchdaySession => ({
  ...{ name: '', date, starts, slotCount: 3, slotMinutes: 20, pauseMinutes: 5 },
  ...given,
})
const hoursOf = (...sessions: MatchdaySession[]): readonly number[] =>
  hourAppeals({ timeZone: 'America/Santiago', sessions })

it('takes the last hour of a day and the first after a break for poorer ones, and the first of a day for a usual one', () => {
  expect(
    hoursOf(session('2030-05-06', '09:00'), session('2030-05-06', '14:00'), session('2030-05-07', '09:00')),
  ).toEqual([3, 3, 3, 2, 3, 2, 3, 3, 2])
})

it('takes what the organiser says of a session for all its hours, wherever it stands in the list', () => {
  expect(hoursOf(session('2030-05-06', '14:00', { appeal: 5 }), session('2030-05-06', '09:00'))).toEqual([
    ...[3, 3, 3],
    ...[5, 5, 5],
  ])
})

it('says nothing of hours that there are not', () => {
  // The clock leaves out this hour in Santiago.
  expect(hoursOf(session('2030-09-08', '00:10'))).toEqual([])
})

it('has no table in a virtual room', () => {
  expect(tableAppeal({ kind: 'booth', appeal: 5 })).toBe(5)
  expect(tableAppeal({ kind: 'table' })).toBe(3)
  expect(tableAppeal({ kind: 'virtual', appeal: 5 })).toBeNull()
})
