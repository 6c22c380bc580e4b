import type { MatchdayId, MeetingId } from '../brand.ts'
import type { MatchdayContent, MatchdaySide, MatchdayState, MeetingState } from '../matchdays/matchday.ts'
import { slotsOf, type MatchdaySlot } from '../matchdays/matchday-slots.ts'

/** What a calendar is told of a meeting, or of a whole matchday; instants are ms since 1970. */
export type AgendaEvent = {
  /** Never changes. */
  readonly uid: string
  /** Rises with every change. */
  readonly sequence: number
  readonly changed: number
  readonly title: string
  readonly text: string
  readonly location: string
  readonly starts: number
  readonly ends: number
  readonly off: boolean
}

export type AgendaDay = {
  readonly id: MatchdayId
  readonly state: MatchdayState
  readonly content: MatchdayContent
}
export type AgendaMeeting = {
  readonly id: MeetingId
  readonly host: { readonly name: string }
  readonly visitor: { readonly name: string }
  readonly mine: MatchdaySide | null
  readonly slot: number
  readonly place: string
  readonly state: MeetingState
  readonly sequence: number
  /** ISO 8601. */
  readonly changedAt: string
}

/** Where something at a matchday is, for people. */
export const locationOf = ({ content }: Pick<AgendaDay, 'content'>, place: string | null): string =>
  [content.places.find(({ key }) => key === place)?.name ?? place ?? '', content.venue]
    .filter((part) => part !== '')
    .join(', ')

/** With whom its reader meets: the other side, or both for the organiser. */
export const titleOf = ({ host, visitor, mine }: Pick<AgendaMeeting, 'host' | 'visitor' | 'mine'>): string =>
  mine === null ? `${host.name} – ${visitor.name}` : mine === 'host' ? visitor.name : host.name

/** The slots of a matchday; none while one of its sessions begins at no time. */
export function agendaSlots({ content }: Pick<AgendaDay, 'content'>): readonly MatchdaySlot[] {
  try {
    return slotsOf(content) ?? []
  } catch {
    // A draft may name a zone that there is none of.
    return []
  }
}

/** The meetings of one matchday as a calendar is told of them. */
export function agendaEvents(day: AgendaDay, meetings: readonly AgendaMeeting[]): AgendaEvent[] {
  const slots = agendaSlots(day)
  // A cancelled matchday changes every meeting once more.
  const dayOff = day.state === 'cancelled'
  return meetings.flatMap((meeting) => {
    const slot = slots[meeting.slot]
    if (slot === undefined) return []
    return [
      {
        uid: `${meeting.id}@enlace`,
        sequence: meeting.sequence + (dayOff ? 1 : 0),
        changed: Date.parse(meeting.changedAt),
        title: titleOf(meeting),
        text: day.content.title,
        location: locationOf(day, meeting.place),
        starts: slot.starts,
        ends: slot.ends,
        off: dayOff || meeting.state === 'cancelled',
      },
    ]
  })
}
