import { describe, expect, it } from 'vitest'

import { fromTemplate } from './from-template.ts'
import type { MatchdayContent, MatchdaySession } from './matchday.ts'

const session = (date: string): MatchdaySession => ({
  ...{ name: '', date, starts: '09:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 },
})
const day = (...dates: readonly string[]): MatchdayContent => ({
  ...{ title: 'Meet the buyers', text: '', language: 'es', venue: 'Hall 1', timeZone: 'Europe/Madrid' },
  sessions: dates.map(session),
  places: [{ key: 'b1', name: 'Booth 1', kind: 'booth', zone: 'A' }],
  ...{ walkingMinutes: 3, mostMeetings: 9 },
})
const datesOf = ({ sessions }: MatchdayContent): string[] => sessions.map(({ date }) => date)

describe('a matchday made after another', () => {
  it('is on the same days of the week a year of weeks later, with all else as it was', () => {
    const before = day('2026-05-05', '2026-05-06')
    const after = fromTemplate(before, '2026-11-27')
    expect(datesOf(after)).toEqual(['2027-05-04', '2027-05-05'])
    expect({ ...after, sessions: [] }).toEqual({ ...before, sessions: [] })
    expect(after.sessions.map(({ starts }) => starts)).toEqual(['09:00', '09:00'])
  })

  it('lies after today however long ago the other was, also where its last day of several is the first written', () => {
    expect(datesOf(fromTemplate(day('2020-03-04', '2020-03-03'), '2026-11-27'))).toEqual(['2027-02-24', '2027-02-23'])
    expect(datesOf(fromTemplate(day('2025-11-28'), '2026-11-27'))).toEqual(['2027-11-26'])
    expect(datesOf(fromTemplate(day('2025-11-29'), '2026-11-27'))).toEqual(['2026-11-28'])
  })

  it('has its answers due as long before', () => {
    const before = { ...day('2026-05-05'), answerBy: '2026-05-01T10:00:00.000Z' }
    expect(fromTemplate(before, '2026-11-27').answerBy).toBe('2027-04-30T10:00:00.000Z')
    expect(fromTemplate(day('2026-05-05'), '2026-11-27').answerBy).toBe(undefined)
  })

  it('is a year of weeks later also where the other is still to come, and without days where it had none', () => {
    expect(datesOf(fromTemplate(day('2030-05-06'), '2026-11-27'))).toEqual(['2031-05-05'])
    expect(datesOf(fromTemplate(day(), '2026-11-27'))).toEqual([])
  })
})
