import type { RoomView } from '@enlace/contracts'
import type { MatchdayRow, MeetingRow, VisitRow } from '@enlace/database'
import { isLate, matchdaySides, roomPhase, roomWindow, slotsOf, type MeetingId, type RoomWindow } from '@enlace/domain'

import { absent } from '../matchdays/matchday-for.ts'
import { slotTimes } from '../matchdays/matchday-view.ts'

export const isVirtual = ({ content }: MatchdayRow, place: string): boolean =>
  content.places.some(({ key, kind }) => key === place && kind === 'virtual')

const nameOf = ({ content }: MatchdayRow, place: string): string =>
  content.places.find(({ key }) => key === place)?.name ?? place

/** When the room of a meeting is open. */
export function windowOf({ content }: Pick<MatchdayRow, 'content'>, { slot }: Pick<MeetingRow, 'slot'>): RoomWindow {
  const window = roomWindow(slotsOf(content) ?? [], slot)
  if (window === null) throw absent()
  return window
}

/** Who is in the room of a meeting, and who is late. */
function presenceOf(meeting: MeetingRow, window: RoomWindow, visits: readonly VisitRow[], now: string) {
  const of = visits.filter(({ meetingId }) => meetingId === meeting.id)
  const isIn = (side: VisitRow['side']): boolean => of.some((visit) => visit.side === side && visit.inside)
  const open = roomPhase(window, Date.parse(now)) === 'open'
  return {
    inside: { host: open && isIn('host'), visitor: open && isIn('visitor') },
    late: matchdaySides.filter((side) =>
      isLate(
        window,
        of.some((visit) => visit.side === side),
        Date.parse(now),
      ),
    ),
  }
}

const instant = (ms: number): string => new Date(ms).toISOString()
/** What is known of rooms at one moment: who came, which are text rooms, and when that is. */
type Known = { readonly visits: readonly VisitRow[]; readonly texts: ReadonlySet<MeetingId>; readonly now: string }
/** A meeting in its room, as the organiser and both sides see it. */
export function viewRunning(day: MatchdayRow, meeting: MeetingRow, { visits, texts, now }: Known) {
  const window = windowOf(day, meeting)
  return {
    ...{ meetingId: meeting.id, place: nameOf(day, meeting.place), text: texts.has(meeting.id) },
    ...{ host: meeting.host.name, visitor: meeting.visitor.name },
    ...{ opensAt: instant(window.opens), startsAt: instant(window.starts), endsAt: instant(window.ends) },
    ...presenceOf(meeting, window, visits, now),
  }
}

/** The next meeting of the reader after one. */
function nextOf(day: MatchdayRow, meeting: MeetingRow, own: readonly MeetingRow[]): RoomView['next'] {
  const next = own.find(({ slot, state, mine }) => mine !== null && slot > meeting.slot && state === 'planned')
  const startsAt = next === undefined ? undefined : slotTimes(day.content)[next.slot]?.startsAt
  if (next === undefined || startsAt === undefined) return null
  const other = next.mine === 'host' ? next.visitor.name : next.host.name
  const place = { place: nameOf(day, next.place), virtual: isVirtual(day, next.place) }
  return { meetingId: next.id, other, startsAt, ...place }
}

/** The room of a meeting for one of its sides. */
export function viewRoom(
  day: MatchdayRow,
  meeting: MeetingRow & { readonly mine: NonNullable<MeetingRow['mine']> },
  own: readonly MeetingRow[],
  known: Known,
): RoomView {
  return {
    ...viewRunning(day, meeting, known),
    ...{ now: known.now, timeZone: day.content.timeZone, title: day.content.title, mine: meeting.mine },
    phase: roomPhase(windowOf(day, meeting), Date.parse(known.now)),
    next: nextOf(day, meeting, own),
  }
}
