import type { Instance } from '../instance.ts'

/**
 * So many breaks every timetable of all these meetings has: whoever comes in several stretches of slots, none of them long
 * enough for all of their meetings, has a break between each two stretches they need.
 */
export function leastBreaks({ slots, participants, meetings }: Instance): number {
  const counts = participants.map(() => 0)
  for (const meeting of meetings) for (const one of meeting.participants) counts[one] = (counts[one] ?? 0) + 1
  return participants.reduce((sum, { forbidden }, one) => {
    const runs = runsOf(slots.length, new Set(forbidden)).toSorted((a, b) => b - a)
    let [left, needed] = [counts[one] ?? 0, 0]
    for (const run of runs) {
      if (left <= 0) break
      left -= run
      needed += 1
    }
    return sum + Math.max(0, needed - 1)
  }, 0)
}

/** How long each stretch of slots is in which they come. */
function runsOf(slots: number, away: ReadonlySet<number>): readonly number[] {
  const runs = [0]
  for (let slot = 0; slot < slots; slot += 1)
    if (away.has(slot)) runs.push(0)
    else runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
  return runs.filter((run) => run > 0)
}
