import type { MatchdayContent } from '@enlace/domain'
import type { Random } from '@enlace/scheduling'

/** How many come, how many slots and tables there are, and what each visitor wishes. */
export type DaySize = {
  readonly hosts: number
  readonly visitors: number
  readonly slots: number
  readonly tables: number
  readonly wishes: number
}

/** A fifth of all are buyers; there are fewer tables than the wishes ask for, so that people stand in each other's way. */
export function sizeOf(participants: number): DaySize {
  const hosts = Math.max(3, Math.round(participants / 4))
  const visitors = Math.max(4, participants - hosts)
  const slots = 10
  const wishes = Math.min(hosts, 5)
  return {
    hosts,
    visitors,
    slots,
    wishes,
    tables: Math.max(2, Math.floor((visitors * wishes * accepted * 0.8) / slots)),
  }
}

/** The share of wishes that is answered with a wish. */
export const accepted = 0.8

type When = Pick<MatchdayContent, 'timeZone'> & { readonly date: string; readonly starts: string }

/** The clock goes back at three, or forth at two, in the midst of the first session; both days lie far enough ahead. */
const changes: readonly When[] = [
  { timeZone: 'Europe/Madrid', date: '2028-10-29', starts: '01:30' },
  { timeZone: 'Europe/Madrid', date: '2029-03-25', starts: '01:00' },
]
const usual: When = { timeZone: 'America/Santiago', date: '2028-05-09', starts: '09:00' }

/** Whether the clock is changed on the day of a seed, as on one in four. */
export const isChanging = (seed: number): boolean => seed % 4 === 0

const whenOf = (seed: number): When => (isChanging(seed) ? changes[(seed / 4) % 2] : undefined) ?? usual

/** A day of two sessions in one hall. */
export function contentOf(seed: number, { slots, tables }: DaySize, random: Random): MatchdayContent {
  const { timeZone, date, starts } = whenOf(seed)
  const first = Math.ceil(slots / 2)
  const session = { date, slotMinutes: 20 + 5 * random.below(2), pauseMinutes: 5 }
  return {
    ...{ title: `Simulated day ${seed}`, text: '', language: 'en', venue: 'Hall 1', timeZone },
    sessions: [
      { ...session, name: 'First', starts, slotCount: first },
      { ...session, name: 'Second', starts: '15:00', slotCount: slots - first },
    ],
    places: Array.from({ length: tables }, (_, at) => ({
      ...{ key: `t${at + 1}`, name: `Table ${at + 1}`, kind: 'table' as const, zone: '' },
    })),
    ...{ walkingMinutes: 0, mostMeetings: 60 },
  }
}
