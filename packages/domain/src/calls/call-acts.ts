import { seats, type Seat } from './seat.ts'

export const callPhases = [
  'draft',
  'tendering',
  'opening',
  'evaluating',
  'choosing',
  'proposed',
  'standstill',
  'appeal',
  'final',
  'closed',
  'cancelled',
] as const
/**
 * Where a call stands by its rows and the database's clock: being written; open for bids; past the deadline, or past an
 * envelope, with the next one to open; an envelope being scored; all scored; an award proposed; approved and running its
 * days of standstill; held up by a complaint; beyond both; ended.
 */
export type CallPhase = (typeof callPhases)[number]

export const callParts = [...seats, 'asked', 'bidder', 'candidate', 'colleague', 'onlooker', 'stranger'] as const
/**
 * How somebody stands to a call: by a seat in it, as one asked to take a seat, as one who bid or may bid, as a member of
 * the buyer's organisation without a seat, as one of those who may know of an open call, or not at all.
 */
export type CallPart = Seat | 'asked' | 'bidder' | 'candidate' | 'colleague' | 'onlooker' | 'stranger'

export const callActs = [
  'read',
  'look-in',
  'edit',
  'seat',
  'publish',
  'amend',
  'invite',
  'cancel',
  'ask',
  'reply',
  'bid',
  'confirm',
  'withdraw',
  'release',
  'read-bids',
  'score',
  'settle',
  'propose',
  'approve',
  'debrief',
  'complain',
  'answer',
  'close',
  'carry',
] as const
export type CallAct = (typeof callActs)[number]

type Rule = { readonly parts: readonly CallPart[]; readonly phases: readonly CallPhase[] }

const published = callPhases.filter((phase) => phase !== 'draft')
const opened: readonly CallPhase[] = ['evaluating', 'choosing', 'proposed', 'standstill', 'appeal', 'final', 'closed']

/** The whole policy of calls: who may do what, and when; what no line names is refused. */
export const callRules: Readonly<Record<CallAct, readonly Rule[]>> = {
  read: [
    { parts: [...seats, 'asked', 'colleague'], phases: callPhases },
    { parts: ['bidder', 'candidate', 'onlooker'], phases: published },
  ],
  // Who sits in it, and how far its opening is.
  'look-in': [{ parts: [...seats, 'asked', 'colleague'], phases: callPhases }],
  edit: [{ parts: ['author'], phases: ['draft'] }],
  seat: [{ parts: ['author'], phases: ['draft', 'tendering', 'opening', 'evaluating'] }],
  publish: [{ parts: ['approver'], phases: ['draft'] }],
  amend: [{ parts: ['author'], phases: ['tendering'] }],
  invite: [{ parts: ['author'], phases: ['draft', 'tendering'] }],
  cancel: [
    { parts: ['author'], phases: ['draft'] },
    {
      parts: ['approver'],
      phases: ['tendering', 'opening', 'evaluating', 'choosing', 'proposed', 'standstill', 'appeal'],
    },
  ],
  ask: [{ parts: ['candidate', 'bidder'], phases: ['tendering'] }],
  reply: [{ parts: ['author'], phases: ['tendering'] }],
  bid: [{ parts: ['candidate', 'bidder'], phases: ['tendering'] }],
  confirm: [{ parts: ['bidder'], phases: ['tendering'] }],
  withdraw: [{ parts: ['bidder'], phases: ['tendering'] }],
  release: [{ parts: ['opener'], phases: ['opening'] }],
  'read-bids': [{ parts: ['author', 'approver', 'evaluator', 'observer'], phases: ['opening', ...opened] }],
  score: [{ parts: ['evaluator'], phases: ['evaluating'] }],
  settle: [{ parts: ['author'], phases: ['evaluating'] }],
  propose: [{ parts: ['author'], phases: ['choosing'] }],
  approve: [{ parts: ['approver'], phases: ['proposed'] }],
  debrief: [{ parts: ['author'], phases: ['standstill', 'appeal', 'final'] }],
  complain: [{ parts: ['bidder'], phases: ['standstill', 'appeal'] }],
  answer: [{ parts: ['approver'], phases: ['appeal'] }],
  close: [{ parts: ['author'], phases: ['final'] }],
  // Over to the proposals of the challenge that it was made in.
  carry: [{ parts: ['author'], phases: ['final', 'closed'] }],
}

/** Whether somebody who stands so to a call may do this in this phase of it. */
export const mayInCall = (parts: readonly CallPart[], act: CallAct, phase: CallPhase): boolean =>
  callRules[act].some((rule) => rule.phases.includes(phase) && rule.parts.some((part) => parts.includes(part)))

/** Whether somebody who stands so to a call may ever do this. */
export const mayEverInCall = (parts: readonly CallPart[], act: CallAct): boolean =>
  callRules[act].some((rule) => rule.parts.some((part) => parts.includes(part)))
