import type { CallId, ImportId, InnovationId, LinkageId, NeedId, OrganisationId } from '@enlace/domain'

import type { EventPayload } from '../events/event.ts'
import { note, topic, type LiveNote } from './live.ts'
import { matchdayBroadcast, type Broadcast } from './matchday-broadcast.ts'

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
  ...matchdayBroadcast,
  // Neither the agency nor another buyer hears of it.
  'proposal.answered': (payload) =>
    [payload.buyerId, payload.supplierId].map((id) =>
      note(topic.organisation(id), 'challenge.changed', payload.needId),
    ),
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
