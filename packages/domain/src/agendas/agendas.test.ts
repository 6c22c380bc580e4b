import { describe, expect, it } from 'vitest'

import { asId, type MatchdayId, type MatchdayParticipantId, type MeetingId } from '../brand.ts'
import { agendaEvents, type AgendaMeeting } from './agenda-event.ts'
import { changedSince, type PrintedMeeting } from './changed-since.ts'

const meeting: AgendaMeeting = {
  ...{ id: asId<MeetingId>('m1'), host: { name: 'Mina' }, visitor: { name: 'Bombas' }, mine: 'host' },
  ...{ slot: 0, place: 't1', state: 'planned', sequence: 2, changedAt: '2030-01-01T00:00:00.000Z' },
}
const content = {
  ...{ title: 'Day', text: '', language: 'en', venue: 'Hall', walkingMinutes: 0, mostMeetings: 60 },
  places: [{ key: 't1', name: 'Table 1', kind: 'table' as const, zone: '' }],
}
const dayIn = (timeZone: string, date: string, starts: string, state: 'published' | 'cancelled' = 'published') => ({
  ...{ id: asId<MatchdayId>('d1'), state },
  content: {
    ...content,
    timeZone,
    sessions: [{ name: '', date, starts, slotCount: 3, slotMinutes: 30, pauseMinutes: 30 }],
  },
})
const startsOf = (zone: string, date: string, starts: string, slot: number): string | undefined => {
  const [event] = agendaEvents(dayIn(zone, date, starts), [{ ...meeting, slot }])
  return event === undefined ? undefined : new Date(event.starts).toISOString()
}

describe('what a calendar is told', () => {
  it('is the instant of each meeting, also where the clock is changed between two of them', () => {
    // Madrid goes from 02:00 to 03:00 on 31 March 2030: an hour passes, the clock shows two.
    expect(startsOf('Europe/Madrid', '2030-03-31', '01:30', 0)).toBe('2030-03-31T00:30:00.000Z')
    expect(startsOf('Europe/Madrid', '2030-03-31', '01:30', 1)).toBe('2030-03-31T01:30:00.000Z')
    // Santiago goes back from 24:00 to 23:00 on the night of 6 April 2030.
    expect(startsOf('America/Santiago', '2030-04-06', '22:30', 0)).toBe('2030-04-07T01:30:00.000Z')
    expect(startsOf('America/Santiago', '2030-04-06', '22:30', 2)).toBe('2030-04-07T03:30:00.000Z')
    expect(startsOf('America/Santiago', '2030-04-07', '09:00', 0)).toBe('2030-04-07T13:00:00.000Z')
    expect(startsOf('America/Santiago', '2030-04-05', '09:00', 0)).toBe('2030-04-05T12:00:00.000Z')
  })

  it('is cancelled with a meeting or its matchday, which raises the sequence once more', () => {
    const [on] = agendaEvents(dayIn('UTC', '2030-05-06', '09:00'), [meeting])
    expect(on).toMatchObject({ uid: 'm1@enlace', sequence: 2, off: false, title: 'Bombas', location: 'Table 1, Hall' })
    const [gone] = agendaEvents(dayIn('UTC', '2030-05-06', '09:00'), [{ ...meeting, state: 'cancelled' }])
    expect(gone).toMatchObject({ sequence: 2, off: true })
    const [dayOff] = agendaEvents(dayIn('UTC', '2030-05-06', '09:00', 'cancelled'), [meeting])
    expect(dayOff).toMatchObject({ uid: 'm1@enlace', sequence: 3, off: true })
  })
})

describe('what changed since a print', () => {
  const one: PrintedMeeting = {
    ...{ id: asId<MeetingId>('m1'), slot: 0, place: 't1', state: 'planned', sequence: 0 },
    ...{ hostId: asId<MatchdayParticipantId>('h'), visitorId: asId<MatchdayParticipantId>('v') },
  }
  const changes = (before: readonly PrintedMeeting[], now: PrintedMeeting) =>
    changedSince(before, [now]).get(now.id)?.change ?? null
  it('is what is new, moved or off, and nothing else', () => {
    expect(changes([], one)).toBe('new')
    expect(changes([one], { ...one, slot: 1, sequence: 1 })).toBe('moved')
    expect(changes([one], { ...one, place: 't2', sequence: 1 })).toBe('moved')
    expect(changes([one], { ...one, state: 'cancelled', sequence: 1 })).toBe('cancelled')
    expect(changes([], { ...one, state: 'cancelled' })).toBeNull()
    expect(changes([one], { ...one, state: 'held', sequence: 1 })).toBeNull()
    expect(changes([one], { ...one, sequence: 2 })).toBeNull()
  })
  it('keeps what the paper says', () => {
    expect(changedSince([one], [{ ...one, slot: 3 }]).get(one.id)?.before).toEqual(one)
  })
})
