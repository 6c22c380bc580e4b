import { isZone } from '../alerts/alert-hours.ts'
import { type FieldFault, Problem } from '../problem.ts'
import { faultsOfTypes } from '../participant-types/participant-types.ts'
import { deadlineFaults } from './deadlines.ts'
import type { MatchdayContent, MatchdaySession, MatchdayState } from './matchday.ts'
import { slotsOf } from './matchday-slots.ts'
import { instantsOf } from './zone-instants.ts'

/**
 * Refuses to open a matchday that nobody could come to: without slots or places, in an unknown zone, at a time that the
 * clock leaves out, with sessions that overlap, already past, or with types of firms whose rules contradict each other.
 * @param now ms since 1970
 * @throws Problem matchday.incomplete
 */
export function checkMatchday(content: MatchdayContent, now: number): void {
  const faults: FieldFault[] = []
  const lacks = (field: string, message: string): void =>
    void faults.push({ path: `body.content.${field}`, code: 'matchday', message })
  if (content.sessions.length === 0) lacks('sessions', 'Add the first session, with its day and its first slot.')
  if (content.places.length === 0) lacks('places', 'Add the tables or rooms at which firms meet.')
  const keys = content.places.map(({ key }) => key)
  if (new Set(keys).size < keys.length) lacks('places', 'Two places have the same key.')
  if (!isZone(content.timeZone)) lacks('timeZone', 'There is no such time zone.')
  else for (const [index, session] of content.sessions.entries()) checkSession(content, session, index, now, lacks)
  faults.push(...faultsOfTypes(content))
  if (faults.length === 0 && overlap(content))
    lacks('sessions', 'Two sessions overlap: a firm would have to be in two places.')
  if (faults.length === 0) faults.push(...deadlineFaults(content, now))
  if (faults.length > 0)
    throw new Problem('matchday.incomplete', 'Firms need to know a little more before they can register.', faults)
}

function checkSession(
  { timeZone }: MatchdayContent,
  { date, starts }: MatchdaySession,
  index: number,
  now: number,
  lacks: (field: string, message: string) => void,
): void {
  const [first] = instantsOf(timeZone, date, starts)
  if (first === undefined)
    lacks(`sessions.${index}.starts`, 'The clock is put forward that night: this time does not exist on that day.')
  else if (first <= now) lacks(`sessions.${index}.date`, 'This lies in the past.')
}

function overlap(content: MatchdayContent): boolean {
  const slots = slotsOf(content) ?? []
  return slots.some(({ starts }, at) => starts < (slots[at - 1]?.ends ?? -Infinity))
}

const steps: Readonly<Record<MatchdayState, readonly MatchdayState[]>> = {
  draft: ['open', 'cancelled'],
  open: ['published', 'cancelled'],
  published: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
}

/**
 * Refuses a step that a matchday cannot take from where it stands.
 * @throws Problem matchday.state
 */
export function checkMatchdayStep(from: MatchdayState, to: MatchdayState): void {
  if (!steps[from].includes(to)) throw new Problem('matchday.state', `A matchday that is ${from} cannot become ${to}.`)
}

/** What firms registered for, in an order of its own: what was kept may come back in another. */
const timesOf = ({ sessions }: MatchdayContent): string =>
  JSON.stringify(sessions.map((one) => [one.date, one.starts, one.slotCount, one.slotMinutes, one.pauseMinutes]))

const moneyOf = ({ cofinancing: terms }: MatchdayContent): string =>
  JSON.stringify(terms === undefined ? null : [terms.fee.amountMinor, terms.fee.currency, terms.percents])

/**
 * Refuses to change, once it is announced, what firms registered for: sessions and what is borne of the fee stay as they are, and places are only added.
 * @throws Problem matchday.fixed
 */
export function checkMatchdayChange(from: MatchdayContent, to: MatchdayContent): void {
  const keys = new Set(to.places.map(({ key }) => key))
  const faults: FieldFault[] = []
  const fixed = (field: string, message: string): void =>
    void faults.push({ path: `body.content.${field}`, code: 'matchday', message })
  if (timesOf(from) !== timesOf(to))
    fixed('sessions', 'Firms registered for these sessions; cancel the matchday and set up another.')
  if (moneyOf(from) !== moneyOf(to)) fixed('cofinancing', 'Firms registered on these terms.')
  if (from.timeZone !== to.timeZone) fixed('timeZone', 'Firms registered for these times.')
  if (from.places.some((place) => !keys.has(place.key))) fixed('places', 'Meetings may lie there; add places instead.')
  if (keys.size < to.places.length) fixed('places', 'Two places have the same key.')
  faults.push(...faultsOfTypes(to))
  if (faults.length > 0)
    throw new Problem('matchday.fixed', 'This matchday is announced; some of it can no longer change.', faults)
}

/**
 * Refuses slots that a matchday does not have.
 * @throws Problem matchday.slot
 */
export function checkSlots(content: MatchdayContent, slots: readonly number[], path: string): void {
  const count = content.sessions.reduce((sum, { slotCount }) => sum + slotCount, 0)
  const unknown = slots.findIndex((slot) => slot >= count)
  if (unknown >= 0)
    throw new Problem('matchday.slot', 'This matchday has no such slot.', [
      { path, code: 'slot', message: `Slots are numbered from 0 to ${count - 1}.` },
    ])
}
