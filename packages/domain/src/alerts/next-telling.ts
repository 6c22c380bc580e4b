import { type AlertHours, digestAt, isQuiet, minutesOf, wallClock } from './alert-hours.ts'
import type { Rhythm } from './saved-search.ts'

/** Every zone of today is a whole number of quarter hours from UTC, so its full hours fall on quarters. */
const quarterMs = 900_000
const digestMinutes = minutesOf(digestAt)

/** The first instant from `from` on that meets a condition: itself, or a full quarter hour after it. */
function firstFrom(from: Date, meets: (at: Date) => boolean): Date {
  if (meets(from)) return from
  let at = (Math.floor(from.getTime() / quarterMs) + 1) * quarterMs
  while (!meets(new Date(at))) at += quarterMs
  return new Date(at)
}

/** The first instant from `from` on outside a person's quiet hours. */
export const outsideQuiet = (from: Date, hours: AlertHours): Date => firstFrom(from, (at) => !isQuiet(at, hours))

const isFull = (at: Date): boolean => at.getTime() % quarterMs === 0
const isDigestTime: Readonly<Record<'daily' | 'weekly', (at: Date, zone: string) => boolean>> = {
  daily: (at, zone) => isFull(at) && wallClock(at, zone).minutes === digestMinutes,
  weekly: (at, zone) => {
    const { minutes, monday } = wallClock(at, zone)
    return isFull(at) && monday && minutes === digestMinutes
  },
}

/**
 * When something that was found at `from` is told: at once, at the next eight o'clock of the person's zone, or on the
 * next Monday's; never in quiet hours, at the end of which it is told instead. Null where the search is off.
 */
export function nextTelling(rhythm: Rhythm, from: Date, hours: AlertHours): Date | null {
  if (rhythm === 'off') return null
  if (rhythm === 'instant') return outsideQuiet(from, hours)
  return outsideQuiet(
    firstFrom(from, (at) => isDigestTime[rhythm](at, hours.zone)),
    hours,
  )
}
