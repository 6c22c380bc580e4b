import type { EventName } from './event.ts'

export const reactionNames = [
  'rank-need',
  'rank-passport',
  'mark-passport',
  'run-import',
  'rank-import',
  'rank-glossary',
  'undo-import',
  'notify',
  'find-alerts',
  'send-mail',
  'train-model',
] as const
export type ReactionName = (typeof reactionNames)[number]

/**
 * Who reacts to what. The map is total: a new event does not compile until someone has decided,
 * and "nobody" is an empty list.
 */
export const reactions = {
  'need.drafted': [],
  'need.published': ['rank-need', 'find-alerts'],
  'need.amended': ['rank-need', 'notify', 'find-alerts'],
  'need.closed': ['rank-need', 'notify'],
  'need.cancelled': ['rank-need', 'notify'],
  'need.weighed': ['rank-need'],
  'need.matched': [],
  'match.answered': ['notify'],
  'match.judged': ['notify'],
  'match.chosen': [],
  'passport.drafted': [],
  'passport.published': ['rank-passport', 'mark-passport', 'find-alerts'],
  'passport.withdrawn': ['rank-passport'],
  'passport.marked': ['rank-passport'],
  'passport.matched': [],
  'passports.imported': ['rank-import', 'mark-passport', 'find-alerts'],
  'need.embedded': ['rank-need'],
  'passport.embedded': ['rank-passport'],
  'passports.embedded': ['rank-import'],
  // Matching and search hear of it by the passports that come and go with it.
  'supplier.merged': [],
  'supplier.unmerged': [],
  'organisation.created': [],
  'organisation.updated': [],
  'member.joined': [],
  'member.changed': [],
  'member.left': [],
  'member.invited': [],
  'session.revoked': [],
  'mail.queued': ['send-mail'],
  'import.requested': ['run-import'],
  'import.progressed': [],
  'import.finished': ['notify'],
  'import.undo-requested': ['undo-import'],
  'import.undone': [],
  'rival.named': ['rank-passport'],
  'rival.forgotten': ['rank-passport'],
  'glossary.changed': ['rank-glossary'],
  'opener.registered': [],
  'opener.revoked': [],
  'model.requested': ['train-model'],
  'model.trained': [],
  'model.switched': [],
  'weights.changed': ['rank-import'],
  'fairness.changed': ['rank-import'],
  'notification.created': [],
} as const satisfies Record<EventName, readonly ReactionName[]>

/** Events after which people's search finds other things; the index keeper is woken when one is recorded. */
export const changesSearch: ReadonlySet<EventName> = new Set([
  'need.published',
  'need.amended',
  'need.closed',
  'need.cancelled',
  'passport.published',
  'passport.withdrawn',
  'passports.imported',
  'organisation.updated',
])
