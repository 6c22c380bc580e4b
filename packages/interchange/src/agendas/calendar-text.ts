import { assert, type AgendaEvent } from '@enlace/domain'
import { createEvents, type EventAttributes } from 'ics'

/** The mail that an event comes by: from whom, to whom, and whether it asks or calls off (RFC 5546). */
export type Invitation = { readonly organiser: string; readonly organiserName: string; readonly attendee: string }

type Given = {
  readonly name: string
  readonly language: string
  readonly invitation?: Invitation
}

const methodOf = (events: readonly AgendaEvent[], invitation: Invitation | undefined): string => {
  if (invitation === undefined) return 'PUBLISH'
  return events.some(({ off }) => off) ? 'CANCEL' : 'REQUEST'
}

const peopleOf = ({ organiser, organiserName, attendee }: Invitation): Partial<EventAttributes> => ({
  organizer: { name: organiserName, email: organiser },
  // Nobody reads an answer: whether one comes is said in the product.
  attendees: [{ name: attendee, email: attendee, rsvp: false, role: 'REQ-PARTICIPANT' }],
})

/** How often a calendar that keeps to it asks again. */
const refresh = 'PT15M'

/**
 * Events as iCalendar (RFC 5545). Each keeps its UID for good and its SEQUENCE rises, so that a calendar which takes it
 * again moves what was moved and deletes what is cancelled. Times are instants in UTC: the reader's calendar shows them
 * in its own zone, and no table of another zone's clock changes has to be carried along or can be out of date.
 */
export function calendarText(events: readonly AgendaEvent[], { name, language, invitation }: Given): string {
  const method = methodOf(events, invitation)
  const { error, value } = createEvents(
    events.map(({ uid, sequence, changed, title, text, location, starts, ends, off }) => ({
      ...{ uid, sequence, title, location, start: starts, end: ends, startOutputType: 'utc' as const },
      ...{ description: text, timestamp: changed, lastModified: changed },
      status: off ? ('CANCELLED' as const) : ('CONFIRMED' as const),
      ...(invitation === undefined ? {} : peopleOf(invitation)),
    })),
    { productId: `-//Enlace//Matchdays//${language.toUpperCase()}`, method, calName: name },
  )
  assert(error === null || error === undefined, 'events of ours can be written as a calendar')
  return (value ?? '').replace(
    /X-PUBLISHED-TTL:[^\r\n]*\r\n/,
    `X-PUBLISHED-TTL:${refresh}\r\nREFRESH-INTERVAL;VALUE=DURATION:${refresh}\r\n`,
  )
}
