import type { MatchdayContent } from '../matchdays/matchday.ts'
import { slotsOf } from '../matchdays/matchday-slots.ts'
import type { FieldFault } from '../problem.ts'

/** What is wrong with a deadline of registration: firms register before the first session begins. */
export function deadlineFaults(content: MatchdayContent): readonly FieldFault[] {
  const { registerBy } = content
  const starts = registerBy === undefined ? [] : (slotsOf(content) ?? []).map((slot) => slot.starts)
  if (registerBy === undefined || Date.parse(registerBy) <= Math.min(...starts)) return []
  const message = 'Firms register before the first session begins.'
  return [{ path: 'body.content.registerBy', code: 'register_by', message }]
}
