import { Problem, type FieldFault } from '../problem.ts'
import type { MatchdayContent } from './matchday.ts'
import { slotsOf } from './matchday-slots.ts'

/** Until when firms register, and until when they answer each other. */
const deadlines = ['registerBy', 'answerBy'] as const

/**
 * Deadlines that cannot be kept, as they lie in the past or behind the beginning of the first session; one that stays as it
 * was before may have passed. The zone and the times of the sessions are known to exist.
 * @param now ms since 1970
 */
export function deadlineFaults(content: MatchdayContent, now: number, before?: MatchdayContent): FieldFault[] {
  const first = Math.min(...(slotsOf(content) ?? []).map(({ starts }) => starts))
  return deadlines.flatMap((field) => {
    const [said, due] = [content[field], Date.parse(content[field] ?? '')]
    if (said === undefined || said === before?.[field] || (now < due && due <= first)) return []
    const message = 'Choose a time to come, before the first session begins.'
    return [{ path: `body.content.${field}`, code: 'deadline', message }]
  })
}

/**
 * Refuses to put a deadline off to a time that cannot be.
 * @param now ms since 1970
 * @throws Problem matchday.deadline
 */
export function checkDeadlines(from: MatchdayContent, to: MatchdayContent, now: number): void {
  const faults = deadlineFaults(to, now, from)
  if (faults.length > 0) throw new Problem('matchday.deadline', 'Firms could not do this until then.', faults)
}
