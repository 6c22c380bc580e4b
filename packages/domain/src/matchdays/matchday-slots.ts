import type { MatchdayContent } from './matchday.ts'
import { instantsOf } from './zone-instants.ts'

const minuteMs = 60_000

/** A slot of a matchday by its number, in the order of time; instants are ms since 1970. */
export type MatchdaySlot = { readonly session: number; readonly starts: number; readonly ends: number }

/**
 * The slots of a matchday in the order of time. Within a session minutes pass as they do, also where the clock is
 * changed in it; a session that begins in an hour that comes twice begins in the first.
 * @returns null where a session begins at a time that the clock leaves out that day
 * @throws RangeError where there is no such time zone
 */
export function slotsOf({
  sessions,
  timeZone,
}: Pick<MatchdayContent, 'sessions' | 'timeZone'>): readonly MatchdaySlot[] | null {
  const slots: MatchdaySlot[] = []
  for (const [session, { date, starts, slotCount, slotMinutes, pauseMinutes }] of sessions.entries()) {
    const [first] = instantsOf(timeZone, date, starts)
    if (first === undefined) return null
    for (let at = 0; at < slotCount; at += 1) {
      const begin = first + at * (slotMinutes + pauseMinutes) * minuteMs
      slots.push({ session, starts: begin, ends: begin + slotMinutes * minuteMs })
    }
  }
  return slots.toSorted((a, b) => a.starts - b.starts)
}
