import { matchdaySides } from '@enlace/domain'
import type { CallId, ImportId, InnovationId, LinkageId, MatchdayId, NeedId, OrganisationId } from '@enlace/domain'

import type { EventName, EventPayload } from '../events/event.ts'
import { topic, type LiveName, type LiveNote, type Topic } from './live.ts'

type Broadcast = { [Name in EventName]: ((payload: EventPayload<Name>) => readonly LiveNote[]) | null }
const note = (to: Topic, name: LiveName, subject: string): LiveNote => ({ topic: to, name, subject })
const needNotes = (payload: { needId: NeedId; organisationId: OrganisationId }): LiveNote[] => [
  note(topic.organisation(payload.organisationId), 'need.changed', payload.needId),
]

const importNotes = (payload: { organisationId: OrganisationId; importId: ImportId }): LiveNote[] => [
  note(topic.organisation(payload.organisationId), 'import.changed', payload.importId),
]

const callNotes = (payload: { organisationId: OrganisationId; callId: CallId }): LiveNote[] => [
  note(topic.organisation(payload.organisationId), 'call.changed', payload.callId),
  note(topic.call(payload.callId), 'call.changed', payload.callId),
]
/** Before the opening nobody but the bidder hears of a bid. */
const bidNotes = (payload: { organisationId: OrganisationId; callId: CallId }): LiveNote[] => [
  note(topic.organisation(payload.organisationId), 'call.changed', payload.callId),
]

/** Both sides hear of it alike. */
const linkageNotes = (payload: {
  linkageId: LinkageId
  buyerId: OrganisationId
  supplierId: OrganisationId
}): LiveNote[] =>
  [payload.buyerId, payload.supplierId].map((id) => note(topic.organisation(id), 'linkage.changed', payload.linkageId))

const briefNotes = (payload: { organisationId: OrganisationId; needId: NeedId }): LiveNote[] => [
  note(topic.organisation(payload.organisationId), 'challenge.changed', payload.needId),
]
const partnerNotes = (payload: EventPayload<'buyer.asked'>): LiveNote[] =>
  [payload.organisationId, payload.buyerId].map((id) =>
    note(topic.organisation(id), 'challenge.changed', payload.needId),
  )
const teamNotes = (payload: EventPayload<'team.changed'>): LiveNote[] =>
  [payload.supplierId, payload.memberId].map((id) => note(topic.organisation(id), 'challenge.changed', payload.needId))

const innovationNotes = (payload: { organisationId: OrganisationId; innovationId: InnovationId }): LiveNote[] => [
  note(topic.organisation(payload.organisationId), 'innovation.changed', payload.innovationId),
]
const readerNotes = (payload: EventPayload<'innovation.asked'>): LiveNote[] => [
  ...innovationNotes(payload),
  note(topic.organisation(payload.readerId), 'innovation.changed', payload.innovationId),
]

const memberNotes = ({ organisationId }: { organisationId: OrganisationId }): LiveNote[] => [
  note(topic.organisation(organisationId), 'members.changed', organisationId),
]

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

/** Who hears what. Total like `reactions`: null is a decision that nobody hears it. */
export const broadcast: Broadcast = {
  'need.drafted': needNotes,
  'need.published': needNotes,
  'need.amended': needNotes,
  'need.closed': needNotes,
  'need.cancelled': needNotes,
  // Heard as need.matched, with the list that follows from it.
  'need.weighed': null,
  'need.matched': (payload) => [
    note(topic.need(payload.needId), 'ranking.changed', payload.needId),
    ...needNotes(payload),
    ...payload.changedSuppliers.map((id) => note(topic.organisation(id), 'feed.changed', payload.needId)),
  ],
  'brief.saved': briefNotes,
  'brief.submitted': briefNotes,
  'brief.voted': briefNotes,
  'buyer.asked': partnerNotes,
  'buyer.joined': partnerNotes,
  'buyer.left': partnerNotes,
  'candidates.changed': briefNotes,
  'reviewer.named': (payload) => [
    ...briefNotes(payload),
    note(topic.organisation(payload.reviewerId), 'challenge.changed', payload.needId),
  ],
  'cluster.formed': (payload) => [
    ...briefNotes(payload),
    ...payload.supplierIds.map((id) => note(topic.organisation(id), 'challenge.changed', payload.needId)),
  ],
  'terms.set': briefNotes,
  'terms.accepted': briefNotes,
  'knowledge.deposited': briefNotes,
  'knowledge.revealed': briefNotes,
  'proposal.saved': (payload) => [note(topic.organisation(payload.supplierId), 'challenge.changed', payload.needId)],
  'team.asked': teamNotes,
  'team.changed': teamNotes,
  'milestones.changed': (payload) => [
    ...briefNotes(payload),
    note(topic.organisation(payload.supplierId), 'challenge.changed', payload.needId),
  ],
  'proposal.moved': (payload) => [
    ...briefNotes(payload),
    note(topic.organisation(payload.supplierId), 'challenge.changed', payload.needId),
  ],
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
  // Neither the agency nor another buyer hears of it.
  'proposal.answered': (payload) =>
    [payload.buyerId, payload.supplierId].map((id) =>
      note(topic.organisation(id), 'challenge.changed', payload.needId),
    ),
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
  'innovation.drafted': innovationNotes,
  'innovation.published': innovationNotes,
  'innovation.withdrawn': innovationNotes,
  // Its supplier is not told whom it fits.
  'innovation.matched': (payload) =>
    payload.buyers.map((id) => note(topic.organisation(id), 'innovation.changed', payload.innovationId)),
  'innovation.answered': readerNotes,
  'innovation.asked': readerNotes,
  'innovation.opened': readerNotes,
  'match.answered': (payload) => [
    note(topic.need(payload.needId), 'ranking.changed', payload.needId),
    ...needNotes(payload),
    note(topic.organisation(payload.supplierId), 'feed.changed', payload.needId),
  ],
  'match.judged': (payload) => [
    note(topic.need(payload.needId), 'ranking.changed', payload.needId),
    note(topic.organisation(payload.supplierId), 'feed.changed', payload.needId),
  ],
  // The supplier is not told.
  'match.chosen': (payload) => [note(topic.need(payload.needId), 'ranking.changed', payload.needId)],
  'passport.drafted': null,
  'passport.published': (payload) => [
    note(topic.organisation(payload.organisationId), 'passport.changed', payload.organisationId),
  ],
  'passport.withdrawn': (payload) => [
    note(topic.organisation(payload.organisationId), 'passport.changed', payload.organisationId),
  ],
  'passport.marked': null,
  'passport.matched': (payload) => [
    note(topic.organisation(payload.organisationId), 'passport.changed', payload.organisationId),
    ...payload.changedNeeds.flatMap((changed) => [
      note(topic.need(changed.needId), 'ranking.changed', changed.needId),
      note(topic.organisation(changed.organisationId), 'need.changed', changed.needId),
      note(topic.organisation(payload.organisationId), 'feed.changed', changed.needId),
    ]),
  ],
  'call.drafted': null,
  'call.published': callNotes,
  'call.amended': callNotes,
  'call.cancelled': callNotes,
  'call.invited': callNotes,
  'call.released': callNotes,
  'call.opened': callNotes,
  'call.settled': callNotes,
  'scorecard.submitted': callNotes,
  'score.moderated': callNotes,
  'interests.declared': callNotes,
  'call.seated': callNotes,
  'call.closed': callNotes,
  'bid.submitted': bidNotes,
  'bid.confirmed': bidNotes,
  'bid.withdrawn': bidNotes,
  'award.proposed': callNotes,
  'award.refused': callNotes,
  'award.approved': callNotes,
  'award.carried': callNotes,
  'debrief.sent': (payload) => [
    ...callNotes(payload),
    note(topic.organisation(payload.bidderId), 'call.changed', payload.callId),
  ],
  'complaint.filed': (payload) => [
    ...callNotes(payload),
    note(topic.organisation(payload.buyerId), 'call.changed', payload.callId),
  ],
  'complaint.answered': (payload) => [
    ...callNotes(payload),
    note(topic.organisation(payload.bidderId), 'call.changed', payload.callId),
  ],
  'question.asked': callNotes,
  // Those who may bid hear it as notification.created.
  'question.answered': callNotes,
  'supplier.merged': null,
  'supplier.unmerged': null,
  'organisation.created': null,
  'organisation.updated': memberNotes,
  'member.joined': memberNotes,
  'member.changed': memberNotes,
  'member.left': memberNotes,
  'member.invited': memberNotes,
  'invitation.refused': memberNotes,
  'session.revoked': null,
  'mail.queued': null,
  'import.requested': importNotes,
  'import.progressed': importNotes,
  'import.finished': importNotes,
  'import.undo-requested': importNotes,
  'import.undone': importNotes,
  'passports.imported': null,
  // Heard as need.matched and passport.matched, with what follows from it.
  'need.embedded': null,
  'passport.embedded': null,
  'passports.embedded': null,
  // Heard as passport.matched by who named; a rival hears nothing.
  'rival.named': null,
  'rival.forgotten': null,
  // Heard as need.matched or passport.matched, with what follows from it.
  'glossary.changed': null,
  // A bidder or an owner who listens may be what it is about.
  'sign.explained': null,
  'exclusion.stated': null,
  'exclusion.answered': null,
  'exclusions.set': null,
  'opener.registered': null,
  'opener.revoked': null,
  'model.requested': null,
  'model.trained': null,
  'model.switched': null,
  // Heard need by need, as each is ranked anew.
  'weights.changed': null,
  'fairness.changed': null,
  'linkage.requested': linkageNotes,
  'linkage.started': linkageNotes,
  'linkage.proposed': linkageNotes,
  'linkage.moved': linkageNotes,
  'linkage.changed': linkageNotes,
  'message.sent': linkageNotes,
  // Neither side is told that the platform was asked.
  'linkage.reported': null,
  'decision-map.changed': null,
  'notification.created': (payload) => [
    note(topic.organisation(payload.organisationId), 'notification.created', payload.notificationId),
  ],
}
