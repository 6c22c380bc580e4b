import type { MatchdayContent } from '../matchdays/matchday.ts'
import { slotsOf } from '../matchdays/matchday-slots.ts'
import { Problem } from '../problem.ts'

/** So long before answers are due those who still have some to give are reminded. */
export const answerReminderDays = 2

/**
 * What is wrong with until when firms answer requests, or null; the zone and the times of the sessions are known to exist.
 * @param now ms since 1970
 */
export function answerByFault(content: MatchdayContent, now: number): string | null {
  if (content.answerBy === undefined) return null
  const due = Date.parse(content.answerBy)
  if (due <= now) return 'This lies in the past.'
  const [first] = slotsOf(content) ?? []
  return first !== undefined && due >= first.starts ? 'Answers are due before the first session begins.' : null
}

/**
 * Refuses to put off until when firms answer to a time that cannot be; one that stays may have passed meanwhile.
 * @param now ms since 1970
 * @throws Problem request.deadline
 */
export function checkAnswerBy(from: MatchdayContent, to: MatchdayContent, now: number): void {
  if (from.answerBy === to.answerBy) return
  const message = answerByFault(to, now)
  if (message !== null)
    throw new Problem('request.deadline', 'Firms could not answer until then.', [
      { path: 'body.content.answerBy', code: 'matchday', message },
    ])
}
