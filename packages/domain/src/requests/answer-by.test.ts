import { expect, it } from 'vitest'

import { standingOf } from '../matchdays/agreed.ts'
import type { MatchdayContent } from '../matchdays/matchday.ts'
import { answerByFault, checkAnswerBy } from './answer-by.ts'

const day = (answerBy?: string): MatchdayContent => ({
  ...{
    title: 'Meet the buyers',
    text: '',
    language: 'en',
    venue: '',
    timeZone: 'UTC',
    walkingMinutes: 0,
    mostMeetings: 9,
  },
  sessions: [{ name: '', date: '2030-05-06', starts: '09:00', slotCount: 2, slotMinutes: 20, pauseMinutes: 0 }],
  places: [],
  ...(answerBy === undefined ? {} : { answerBy }),
})
const now = Date.parse('2030-05-01T00:00:00Z')

it('answers are due between now and the first session, or never', () => {
  expect(answerByFault(day(), now)).toBe(null)
  expect(answerByFault(day('2030-05-06T08:59:59Z'), now)).toBe(null)
  expect(answerByFault(day('2030-05-06T09:00:00Z'), now)).toContain('first session')
  expect(answerByFault(day('2030-05-01T00:00:00Z'), now)).toContain('past')
})

it('a deadline that has passed may stay, and none is moved to where it cannot be', () => {
  const past = '2030-04-01T00:00:00Z'
  expect(() => checkAnswerBy(day(past), day(past), now)).not.toThrow()
  expect(() => checkAnswerBy(day(past), day('2030-05-02T00:00:00Z'), now)).not.toThrow()
  expect(() => checkAnswerBy(day(past), day(), now)).not.toThrow()
  expect(() => checkAnswerBy(day(), day(past), now)).toThrow(expect.objectContaining({ code: 'request.deadline' }))
})

it('what was not answered in time is expired for both, what was agreed stays', () => {
  expect([standingOf('meet', null), standingOf('meet', null, true)]).toEqual(['asked', 'expired'])
  expect([standingOf(null, 'must'), standingOf(null, 'must', true)]).toEqual(['asks', 'expired'])
  expect(standingOf('must', 'meet', true)).toBe('agreed')
  // Whoever said "no" is told no more than before, and who said nothing neither.
  expect([standingOf('no', 'must', true), standingOf(null, null, true), standingOf(null, 'no', true)]).toEqual([
    'none',
    'none',
    'none',
  ])
})
