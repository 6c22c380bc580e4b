import type { MatchdaySlot } from '../matchdays/matchday-slots.ts'
import { Problem } from '../problem.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/** The first slot that has not begun. */
export const firstToCome = (slots: readonly MatchdaySlot[], now: number): number =>
  slots.filter(({ starts }) => starts <= now).length

/**
 * The first slot in which others can still meet if a meeting falls out: the one that runs where half of it is left, else
 * the next.
 */
export function firstToFill(slots: readonly MatchdaySlot[], now: number): number {
  const next = firstToCome(slots, now)
  const running = slots[next - 1]
  return running !== undefined && running.ends - now >= (running.ends - running.starts) / 2 ? next - 1 : next
}

/**
 * The first slot in which somebody is there who comes so many minutes late to their next meeting, by the clock here.
 * @param next the first slot that is not over in which they have a meeting; null where they have none
 */
export function firstAfterDelay(
  slots: readonly MatchdaySlot[],
  now: number,
  next: number | null,
  minutes: number,
): number {
  const due = next === null ? now : (slots[next]?.starts ?? now)
  const comes = Math.max(now, due + minutes * minuteMs)
  return slots.filter(({ starts }) => starts < comes).length
}

/**
 * Refuses what comes when a matchday is over, and from firms what comes before its day: until then they change their
 * registration.
 * @throws Problem incident.not-now
 */
export function checkReportTime(slots: readonly MatchdaySlot[], now: number, organiser: boolean): void {
  const [begins, ends] = [slots.at(0)?.starts ?? 0, slots.at(-1)?.ends ?? 0]
  if (now >= ends) throw new Problem('incident.not-now', 'This matchday is over; nothing of it can be mended any more.')
  if (!organiser && now < begins - dayMs)
    throw new Problem(
      'incident.not-now',
      'This can be reported from a day before it begins. Until then, change when you come.',
    )
}
