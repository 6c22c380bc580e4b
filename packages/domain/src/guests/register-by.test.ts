import { expect, it } from 'vitest'

import { deadlineFaults } from './register-by.ts'

const session = { name: '', date: '2030-05-06', starts: '09:00', slotCount: 2, slotMinutes: 20, pauseMinutes: 5 }
const day = {
  ...{ title: 'Meet the buyers', text: '', language: 'en', venue: '', timeZone: 'America/Lima', places: [] },
  // The later session stands first.
  sessions: [{ ...session, starts: '14:00' }, session],
  ...{ walkingMinutes: 0, mostMeetings: 60 },
}
const faultsAt = (registerBy?: string): string[] =>
  deadlineFaults(registerBy === undefined ? day : { ...day, registerBy }).map(({ path }) => path)

it('firms register until the first session begins at the latest', () => {
  expect(faultsAt()).toEqual([])
  expect(faultsAt('2030-05-06T14:00:00.000Z')).toEqual([])
  expect(faultsAt('2030-05-06T14:01:00.000Z')).toEqual(['body.content.registerBy'])
})

it('a matchday without sessions has no beginning yet', () => {
  expect(deadlineFaults({ ...day, sessions: [], registerBy: '2030-05-06T14:01:00.000Z' })).toEqual([])
})
