import { expect, it } from 'vitest'

import type { MatchdayContent } from './matchday.ts'
import { checkDeadlines, deadlineFaults } from './deadlines.ts'

const session = { name: '', date: '2030-05-06', starts: '09:00', slotCount: 2, slotMinutes: 20, pauseMinutes: 5 }
const day = (given: Partial<MatchdayContent> = {}): MatchdayContent => ({
  ...{ title: 'Meet the buyers', text: '', language: 'en', venue: '', timeZone: 'America/Lima', places: [] },
  // The later session stands first.
  sessions: [{ ...session, starts: '14:00' }, session],
  ...{ walkingMinutes: 0, mostMeetings: 60 },
  ...given,
})
const now = Date.parse('2030-05-01T00:00:00Z')
const faultsAt = (given: Partial<MatchdayContent>): string[] =>
  deadlineFaults(day(given), now).map(({ path }) => path.replace('body.content.', ''))

it.each(['registerBy', 'answerBy'] as const)(
  '%s lies between now and the beginning of the first session, or nowhere',
  (field) => {
    expect(faultsAt({})).toEqual([])
    expect(faultsAt({ [field]: '2030-05-06T14:00:00.000Z' })).toEqual([])
    expect(faultsAt({ [field]: '2030-05-06T14:00:01.000Z' })).toEqual([field])
    expect(faultsAt({ [field]: '2030-05-01T00:00:00.000Z' })).toEqual([field])
    // A matchday without sessions has no beginning yet.
    expect(faultsAt({ [field]: '2030-05-06T14:00:01.000Z', sessions: [] })).toEqual([])
  },
)

it('a deadline that has passed may stay, and none is moved to where it cannot be', () => {
  const past = '2030-04-01T00:00:00Z'
  const check = (from: Partial<MatchdayContent>, to: Partial<MatchdayContent>) => () =>
    checkDeadlines(day(from), day(to), now)
  expect(check({ answerBy: past }, { answerBy: past })).not.toThrow()
  expect(check({ answerBy: past }, { answerBy: '2030-05-02T00:00:00Z' })).not.toThrow()
  expect(check({ registerBy: past }, {})).not.toThrow()
  expect(check({}, { answerBy: past })).toThrow(expect.objectContaining({ code: 'matchday.deadline' }))
})
