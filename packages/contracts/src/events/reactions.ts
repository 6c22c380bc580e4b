import type { EventName } from './event.ts'

export const reactionNames = [
  'index-need',
  'rank-need',
  'index-passport',
  'rank-passport',
  'run-import',
  'rank-import',
  'undo-import',
  'notify',
  'send-mail',
] as const
export type ReactionName = (typeof reactionNames)[number]

/**
 * Who reacts to what. The map is total: a new event does not compile until someone has decided,
 * and "nobody" is an empty list.
 */
export const reactions = {
  'need.drafted': [],
  'need.published': ['rank-need', 'index-need'],
  'need.amended': ['rank-need', 'index-need', 'notify'],
  'need.closed': ['rank-need', 'index-need', 'notify'],
  'need.cancelled': ['rank-need', 'index-need', 'notify'],
  'need.matched': [],
  'match.answered': ['notify'],
  'match.judged': ['notify'],
  'passport.drafted': [],
  'passport.published': ['rank-passport', 'index-passport'],
  'passport.withdrawn': ['rank-passport', 'index-passport'],
  'passport.matched': [],
  'passports.imported': ['rank-import', 'index-passport'],
  'organisation.created': [],
  'organisation.updated': ['index-passport'],
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
  'notification.created': [],
} as const satisfies Record<EventName, readonly ReactionName[]>
