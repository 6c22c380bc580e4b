import { matchdaySides } from '@enlace/domain'
import type { MatchdayId, OrganisationId } from '@enlace/domain'

import type { EventName, EventPayload } from '../events/event.ts'
import { note, topic, type LiveNote } from './live.ts'

export type Broadcast = { readonly [Name in EventName]: ((payload: EventPayload<Name>) => readonly LiveNote[]) | null }

/** The organiser hears of it, and those whom it concerns. */
const matchdayNotes = (
  { organisationId, matchdayId }: { organisationId: OrganisationId; matchdayId: MatchdayId },
  ...concerned: readonly OrganisationId[]
): LiveNote[] =>
  [...new Set([organisationId, ...concerned])].map((id) => note(topic.organisation(id), 'matchday.changed', matchdayId))
const matchdayOwnNotes = (payload: EventPayload<'matchday.saved'>): LiveNote[] => matchdayNotes(payload)
const absenceNotes = (payload: EventPayload<'no-show.noted'>): LiveNote[] => matchdayNotes(payload, payload.firmId)

/** Those on the other side hear who came and who left; those on its own are not told that it is there. */
const participantNotes = (payload: EventPayload<'participant.changed'>): LiveNote[] => [
  ...matchdayNotes(payload, payload.participantId),
  note(
    topic.matchday(payload.side === 'host' ? 'visitor' : 'host', payload.matchdayId),
    'matchday.changed',
    payload.matchdayId,
  ),
]

/** Who hears what of a matchday. */
export const matchdayBroadcast = {
  'matchday.saved': matchdayOwnNotes,
  'matchday.opened': matchdayOwnNotes,
  'matchday.closed': matchdayOwnNotes,
  'matchday.cancelled': (payload) => matchdayNotes(payload, ...payload.participants),
  'participant.changed': participantNotes,
  'participant.decided': participantNotes,
  // Whom it is about hears only what it may know.
  'wish.said': (payload) => matchdayNotes(payload, payload.byId, ...(payload.ofId === null ? [] : [payload.ofId])),
  'plan.asked': matchdayOwnNotes,
  'participants.imported': (payload) => matchdayNotes(payload, ...payload.participants),
  'interpreters.changed': matchdayOwnNotes,
  'guests.changed': matchdayOwnNotes,
  'firms.invited': (payload) => matchdayNotes(payload, ...payload.firms),
  // Until both have accepted its organiser is not told that one answered, or a "no" would be known by what does not follow.
  'introduction.changed': ({ how, ...payload }) =>
    how === 'kept'
      ? payload.concerned.map((id) => note(topic.organisation(id), 'matchday.changed', payload.matchdayId))
      : matchdayNotes(payload, ...payload.concerned),
  // Neither of the two learns of it: for each the other is one that does not want.
  'separations.changed': matchdayOwnNotes,
  'party.changed': (payload) => matchdayNotes(payload, payload.participantId, ...payload.concerned),
  'people.changed': (payload) => matchdayNotes(payload, ...payload.concerned),
  'plan.made': matchdayOwnNotes,
  'plan.called-off': matchdayOwnNotes,
  'plan.published': (payload) => matchdayNotes(payload, ...payload.participants),
  // Many meetings change while a day runs: its organiser is told which, and the two that something did.
  'meeting.changed': (payload) => [
    note(topic.organisation(payload.organisationId), 'meeting.changed', payload.meetingId),
    ...[payload.hostId, payload.visitorId].map((id) =>
      note(topic.organisation(id), 'matchday.changed', payload.matchdayId),
    ),
  ],
  'meeting.locked': (payload) => [
    note(topic.organisation(payload.organisationId), 'meeting.changed', payload.meetingId),
  ],
  'hold.changed': matchdayOwnNotes,
  'announcement.made': (payload) => [
    note(topic.organisation(payload.organisationId), 'announcement.made', payload.announcementId),
    ...matchdaySides
      .filter((side) => payload.toSide === null || payload.toSide === side)
      .map((side) => note(topic.matchday(side, payload.matchdayId), 'announcement.made', payload.announcementId)),
  ],
  'incident.reported': matchdayOwnNotes,
  'incident.undone': matchdayOwnNotes,
  'door.changed': (payload) => matchdayNotes(payload, ...payload.concerned),
  'plan.undone': (payload) => matchdayNotes(payload, ...payload.participants),
  // Heard as meeting.changed, and as the linkage that it begins.
  'meeting.held': null,
  // The other side does not hear when one said what.
  'outcome.said': (payload) => matchdayNotes(payload, payload.byId),
  'room.changed': (payload) => matchdayNotes(payload, payload.hostId, payload.visitorId),
  'room.written': (payload) =>
    [payload.hostId, payload.visitorId].map((id) => note(topic.organisation(id), 'room.written', payload.meetingId)),
  'no-show.noted': absenceNotes,
  'no-show.excused': absenceNotes,
  'no-show.decided': absenceNotes,
} satisfies Partial<Broadcast>
