import { describe, expect, it } from 'vitest'

import type { Problem } from '../problem.ts'
import { isAgreed, standingOf } from './agreed.ts'
import type { MatchdayContent, MatchdaySession } from './matchday.ts'
import { checkMatchday, checkMatchdayChange, checkMatchdayStep, checkSlots } from './matchday-rules.ts'
import { slotsOf } from './matchday-slots.ts'
import { instantsOf } from './zone-instants.ts'

const session = (given: Partial<MatchdaySession> = {}): MatchdaySession => ({
  ...{ name: 'Morning', date: '2030-05-06', starts: '09:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 },
  ...given,
})
const day = (given: Partial<MatchdayContent> = {}): MatchdayContent => ({
  ...{ title: 'Meet the buyers', text: '', language: 'en', venue: 'Hall 1', timeZone: 'America/Santiago' },
  sessions: [session()],
  places: [{ key: 't1', name: 'Table 1', kind: 'table', zone: '' }],
  ...{ walkingMinutes: 0, mostMeetings: 60 },
  ...given,
})
const now = Date.parse('2030-01-01T00:00:00Z')
const refusal = (act: () => void): [string, string[]] => {
  try {
    act()
  } catch (error) {
    const { code, faults } = error as Problem
    return [code, (faults ?? []).map(({ path }) => path)]
  }
  return ['none', []]
}
const utc = (instants: readonly number[]): string[] => instants.map((one) => new Date(one).toISOString().slice(0, 16))

describe('the clock of a zone', () => {
  it('is told for summer and winter, and either side of the line', () => {
    expect(utc(instantsOf('America/Lima', '2030-05-06', '09:00'))).toEqual(['2030-05-06T14:00'])
    expect(utc(instantsOf('Europe/Madrid', '2030-01-15', '09:00'))).toEqual(['2030-01-15T08:00'])
    expect(utc(instantsOf('Europe/Madrid', '2030-07-15', '09:00'))).toEqual(['2030-07-15T07:00'])
    expect(utc(instantsOf('Pacific/Kiritimati', '2030-01-01', '01:00'))).toEqual(['2029-12-31T11:00'])
  })

  it('leaves an hour out where it is put forward, and shows one twice where it is put back', () => {
    expect(utc(instantsOf('Europe/Madrid', '2030-03-31', '02:30'))).toEqual([])
    expect(utc(instantsOf('Europe/Madrid', '2030-03-31', '03:00'))).toEqual(['2030-03-31T01:00'])
    expect(utc(instantsOf('Europe/Madrid', '2030-10-27', '02:30'))).toEqual(['2030-10-27T00:30', '2030-10-27T01:30'])
  })

  it('knows no zone that there is none of', () => {
    expect(() => instantsOf('Mars/Olympus', '2030-01-01', '09:00')).toThrow(RangeError)
  })
})

describe('slots', () => {
  it('follow each other with their pauses, of each session in its own length, in the order of time', () => {
    const afternoon = session({ starts: '14:00', slotCount: 2, slotMinutes: 45, pauseMinutes: 0 })
    const slots = slotsOf(day({ sessions: [afternoon, session({ slotCount: 2 })] })) ?? []
    expect(slots.map(({ session: of, starts, ends }) => [of, ...utc([starts, ends])])).toEqual([
      [1, '2030-05-06T13:00', '2030-05-06T13:20'],
      [1, '2030-05-06T13:25', '2030-05-06T13:45'],
      [0, '2030-05-06T18:00', '2030-05-06T18:45'],
      [0, '2030-05-06T18:45', '2030-05-06T19:30'],
    ])
  })

  it('pass as minutes do through a night in which the clock is changed', () => {
    const night = session({ date: '2030-03-31', starts: '01:30', slotCount: 2, slotMinutes: 60, pauseMinutes: 0 })
    const slots = slotsOf(day({ timeZone: 'Europe/Madrid', sessions: [night] })) ?? []
    expect(utc(slots.map(({ starts }) => starts))).toEqual(['2030-03-31T00:30', '2030-03-31T01:30'])
  })

  it('are none where a session begins at a time that does not exist', () => {
    expect(
      slotsOf(day({ timeZone: 'Europe/Madrid', sessions: [session({ date: '2030-03-31', starts: '02:30' })] })),
    ).toBe(null)
  })
})

describe('a matchday', () => {
  it('opens where firms could come to it', () => {
    expect(refusal(() => checkMatchday(day(), now))).toEqual(['none', []])
  })

  it.each<[string, Partial<MatchdayContent>, string[]]>([
    ['sessions', { sessions: [] }, ['sessions']],
    ['places', { places: [] }, ['places']],
    ['two places of one key', { places: [day().places, day().places].flat() }, ['places']],
    ['a known zone', { timeZone: 'Mars/Olympus' }, ['timeZone']],
    ['a day to come', { sessions: [session({ date: '2029-12-31' })] }, ['sessions.0.date']],
    [
      'a time that exists',
      { timeZone: 'Europe/Madrid', sessions: [session({ date: '2030-03-31', starts: '02:30' })] },
      ['sessions.0.starts'],
    ],
    ['sessions apart', { sessions: [session(), session({ starts: '10:00' })] }, ['sessions']],
  ])('does not open without %s', (_, given, paths) => {
    expect(refusal(() => checkMatchday(day(given), now))).toEqual([
      'matchday.incomplete',
      paths.map((path) => `body.content.${path}`),
    ])
  })

  it('keeps, once announced, its sessions and its places, and may get more', () => {
    const more = [...day().places, { key: 't2', name: 'Table 2', kind: 'table', zone: '' } as const]
    expect(refusal(() => checkMatchdayChange(day(), day({ places: more, title: 'Another' })))).toEqual(['none', []])
    const other = day({ sessions: [session({ slotCount: 5 })], timeZone: 'UTC', places: more.slice(1) })
    expect(refusal(() => checkMatchdayChange(day(), other))).toEqual([
      'matchday.fixed',
      ['body.content.sessions', 'body.content.timeZone', 'body.content.places'],
    ])
  })

  it('takes its steps in order', () => {
    expect(refusal(() => checkMatchdayStep('draft', 'open'))[0]).toBe('none')
    for (const [from, to] of [
      ['draft', 'published'],
      ['open', 'closed'],
      ['closed', 'open'],
      ['cancelled', 'open'],
    ] as const)
      expect(refusal(() => checkMatchdayStep(from, to))[0]).toBe('matchday.state')
  })

  it('has the slots of its sessions and no more', () => {
    expect(refusal(() => checkSlots(day(), [0, 3], 'body.away'))[0]).toBe('none')
    expect(refusal(() => checkSlots(day(), [4], 'body.away'))).toEqual(['matchday.slot', ['body.away']])
  })
})

describe('two wishes', () => {
  it('are agreed where both want to meet', () => {
    expect(isAgreed({ host: 'must', visitor: 'meet' })).toBe(true)
    for (const host of [null, 'no'] as const) expect(isAgreed({ host, visitor: 'must' })).toBe(false)
  })

  it('tell the one that asked nothing of a no', () => {
    expect(standingOf('meet', 'no')).toBe(standingOf('meet', null))
    expect([standingOf(null, 'meet'), standingOf('no', 'meet'), standingOf('must', 'must')]).toEqual([
      'asks',
      'none',
      'agreed',
    ])
  })
})
