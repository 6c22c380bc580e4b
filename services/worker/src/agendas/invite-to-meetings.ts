import { noteInvitations, queueMails, readMatchday, type DueInvitation, type Mail } from '@enlace/database'
import { agendaEvents, assert, type AgendaDay, type MatchdayId, type MeetingId } from '@enlace/domain'
import { calendarText } from '@enlace/interchange'

import type { Reaction } from '../reactions/reaction.ts'
import { invitationMail } from './invitation-mail.ts'

export type InvitingPorts = {
  /** The one origin that links in mails lead to. */
  readonly publicUrl: string
  /** Whose mail it is, as "Name <address>". */
  readonly mailFrom: string
}

/** The address in "Name <address>", or all of it where there are no brackets. */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from

/** The mail that tells somebody how one meeting stands; none where it has no time. */
function invitations(
  day: AgendaDay & { readonly organiserName: string },
  due: DueInvitation,
  { publicUrl, mailFrom }: InvitingPorts,
): Mail[] {
  const [event] = agendaEvents(day, [due])
  if (event === undefined) return []
  const invitation = { organiser: addressOf(mailFrom), organiserName: day.organiserName, attendee: due.email }
  const mail = {
    recipient: due.email,
    ...invitationMail(due.locale, {
      event,
      zone: day.content.timeZone,
      first: due.first,
      href: `${publicUrl}/matchdays/${day.id}/agenda`,
    }),
    calendar: calendarText([event], { name: day.content.title, language: due.locale, invitation }),
  }
  return [mail]
}

/**
 * Tells those who want it by mail how meetings stand now, which is a message for each meeting: one that calls for
 * several has one UID (RFC 5546, 3.2.2). It says how they stand when it is carried out, so changes that follow
 * each other faster than that make one mail; nobody gets more at once than a firm has meetings.
 */
export const inviteToMeetings = (ports: InvitingPorts): Reaction => ({
  atOnce: (event) => async (tx) => {
    const told =
      event.name === 'plan.published' || event.name === 'matchday.cancelled' || event.name === 'meeting.changed'
    assert(told, 'this reaction is bound to what changes meetings')
    const matchdayId: MatchdayId = event.payload.matchdayId
    const meetingId: MeetingId | null = event.name === 'meeting.changed' ? event.payload.meetingId : null
    const day = await readMatchday(tx, matchdayId)
    if (day === null) return
    const due = await noteInvitations(tx, matchdayId, meetingId)
    await queueMails(
      tx,
      due.flatMap((one) => invitations(day, one, ports)),
    )
  },
})
