import type { MatchdayContent, MatchdayPlace, MatchdaySession } from '../matchdays/matchday.ts'
import { slotsOf } from '../matchdays/matchday-slots.ts'

/** How good a table or an hour is, from a poor one to one of the best. */
export const appeals = [1, 2, 3, 4, 5] as const
export type Appeal = (typeof appeals)[number]

/** What a table or an hour is that nobody said anything of. */
export const usualAppeal: Appeal = 3
/** The last meetings of a day and the first after a break are a little poorer: people leave, or come back late. */
const poorerAppeal: Appeal = 2

/** How good a place is; null for a virtual room, in which nobody sits better than another. */
export const tableAppeal = ({ kind, appeal }: Pick<MatchdayPlace, 'kind' | 'appeal'>): Appeal | null =>
  kind === 'virtual' ? null : (appeal ?? usualAppeal)

/**
 * How good each slot is, in the order of time. What the organiser says of a session holds for all its slots; otherwise
 * the last slot of a day and the first after a break are poorer than usual. Empty where a session begins at no time.
 */
export function hourAppeals(content: Pick<MatchdayContent, 'sessions' | 'timeZone'>): readonly Appeal[] {
  const slots = slotsOf(content) ?? []
  const said = (session: number): MatchdaySession | undefined => content.sessions[session]
  return slots.map(({ session }, at) => {
    const [before, after] = [slots[at - 1]?.session, slots[at + 1]?.session]
    const day = said(session)?.date
    const endsDay = after === undefined || said(after)?.date !== day
    const followsBreak = before !== undefined && before !== session && said(before)?.date === day
    return said(session)?.appeal ?? (endsDay || followsBreak ? poorerAppeal : usualAppeal)
  })
}
