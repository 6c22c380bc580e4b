import type { MatchdayContent } from './matchday.ts'

const dayMs = 86_400_000
const yearOfWeeks = 364 * dayMs

/**
 * What another matchday of the same kind would be: all as it was, on the same days of the week whole years of 52 weeks
 * later, the first of them after today (yyyy-mm-dd). Times on the wall stay, whatever clocks do in between; its deadlines go along.
 */
export function fromTemplate(content: MatchdayContent, today: string): MatchdayContent {
  const dates = content.sessions.map(({ date }) => Date.parse(date))
  const years = Math.max(1, Math.floor((Date.parse(today) - Math.min(...dates)) / yearOfWeeks) + 1)
  const later = (date: string): string =>
    new Date(Date.parse(date) + years * yearOfWeeks).toISOString().slice(0, 'yyyy-mm-dd'.length)
  const laterInstant = (instant: string | undefined): string | undefined =>
    instant === undefined ? undefined : new Date(Date.parse(instant) + years * yearOfWeeks).toISOString()
  return {
    ...content,
    sessions: content.sessions.map((session) => ({ ...session, date: later(session.date) })),
    registerBy: laterInstant(content.registerBy),
    answerBy: laterInstant(content.answerBy),
  }
}
