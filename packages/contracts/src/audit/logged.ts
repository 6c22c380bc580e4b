import type { EventName } from '../events/event.ts'

/**
 * Which events are decisions that stand in the audit log. The map is total: a new event does not compile until someone
 * has decided. Whoever records one of these in a request writes its entry in the same transaction, or nothing is kept.
 */
export const logged = {
  'need.drafted': false,
  'need.published': true,
  'need.amended': true,
  'need.closed': true,
  'need.cancelled': true,
  'need.weighed': true,
  'need.matched': false,
  'match.answered': false,
  'match.judged': false,
  'match.chosen': true,
  'passport.drafted': false,
  'passport.published': false,
  'passport.withdrawn': false,
  'passport.marked': false,
  'passport.matched': false,
  'passports.imported': false,
  'need.embedded': false,
  'passport.embedded': false,
  'passports.embedded': false,
  'supplier.merged': true,
  'supplier.unmerged': true,
  'call.drafted': false,
  'call.published': true,
  'call.amended': true,
  'call.cancelled': true,
  'call.released': true,
  'call.opened': true,
  'call.settled': true,
  'call.seated': true,
  'call.closed': true,
  'bid.submitted': true,
  'bid.confirmed': true,
  'bid.withdrawn': true,
  'award.proposed': true,
  'award.refused': true,
  'award.approved': true,
  'debrief.sent': true,
  'complaint.filed': true,
  'complaint.answered': true,
  'opener.registered': true,
  'opener.revoked': true,
  'organisation.created': false,
  'organisation.updated': false,
  'member.joined': true,
  'member.changed': true,
  'member.left': true,
  'member.invited': false,
  'session.revoked': false,
  'mail.queued': false,
  'import.requested': false,
  'import.progressed': false,
  'import.finished': false,
  'import.undo-requested': false,
  'import.undone': false,
  // Told to nobody, an auditor included.
  'rival.named': false,
  'rival.forgotten': false,
  'glossary.changed': false,
  'model.requested': false,
  'model.trained': false,
  'model.switched': true,
  'weights.changed': false,
  'fairness.changed': true,
  'notification.created': false,
} as const satisfies Record<EventName, boolean>

type Logged = { [Name in EventName]: (typeof logged)[Name] extends true ? Name : never }[EventName]
/** What entries of the audit log are about: decisions, and attempts to read what was not open to whoever tried. */
export type Act = Logged | 'audit.denied'

export const acts = [
  ...(Object.keys(logged) as EventName[]).filter((name): name is Logged => logged[name]),
  'audit.denied',
] as const satisfies readonly Act[]
