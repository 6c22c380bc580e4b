import type { EventPayload } from '@enlace/contracts'
import { listToTell, notify, readMatchday, readMeeting, readOrganisation, type Transaction } from '@enlace/database'
import type { MatchdayId, NotificationDetail, NotificationKind, OrganisationId } from '@enlace/domain'

import type { Effect } from '../reactions/reaction.ts'

async function tell(
  tx: Transaction,
  id: MatchdayId,
  to: readonly OrganisationId[],
  kind: NotificationKind,
  detail: NotificationDetail = {},
): Promise<void> {
  const matchday = await readMatchday(tx, id)
  if (matchday === null || to.length === 0) return
  await notify(tx, to, { kind, subject: id, detail: { title: matchday.content.title, ...detail } })
}

/** Tells all who come that a matchday is cancelled. */
export const tellCancelled =
  ({ matchdayId, participants }: EventPayload<'matchday.cancelled'>): Effect =>
  (tx) =>
    tell(tx, matchdayId, participants, 'matchday-cancelled')

/** Tells a firm whether it is let in. */
export const tellDecided =
  ({ matchdayId, participantId, admitted }: EventPayload<'participant.decided'>): Effect =>
  (tx) =>
    tell(tx, matchdayId, [participantId], admitted ? 'participant-admitted' : 'participant-declined')

/** Tells firms that the organiser's table let in. */
export const tellImported =
  ({ matchdayId, participants }: EventPayload<'participants.imported'>): Effect =>
  (tx) =>
    tell(tx, matchdayId, participants, 'participant-admitted')

/** Tells all who come that there is a timetable, or another one. */
export const tellPublished =
  ({ matchdayId, participants }: EventPayload<'plan.published'>): Effect =>
  (tx) =>
    tell(tx, matchdayId, participants, 'plan-published')

/** Tells all who come that the timetable is again what it was before. */
export const tellUndone =
  ({ matchdayId, participants }: EventPayload<'plan.undone'>): Effect =>
  (tx) =>
    tell(tx, matchdayId, participants, 'plan-undone')

/**
 * Tells each side of a meeting that something about it changed, that its time is lost, or that it has one at last; not that
 * they met, or waited in vain, which they know.
 */
export const tellMeeting =
  ({ matchdayId, meetingId, hostId, visitorId, how }: EventPayload<'meeting.changed'>): Effect =>
  async (tx) => {
    const state = (await readMeeting(tx, matchdayId, meetingId))?.state
    if (state === 'held' || state === 'missed') return
    for (const [to, otherId] of [
      [hostId, visitorId],
      [visitorId, hostId],
    ] as const) {
      const other = await readOrganisation(tx, otherId)
      if (other !== null) await tell(tx, matchdayId, [to], `meeting-${how ?? 'changed'}`, { other: other.name })
    }
  }

/** Tells what the organiser wrote to all who are admitted, or to one side; the bell is heard by those who are there. */
export const tellAnnouncement =
  ({ matchdayId, kind, toSide }: EventPayload<'announcement.made'>): Effect =>
  async (tx) => {
    if (kind === 'message') await tell(tx, matchdayId, await listToTell(tx, matchdayId, toSide), 'announcement-made')
  }
