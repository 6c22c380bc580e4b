import type { NeedContent, NeedState } from '../needs/need.ts'
import type { Money } from '../place.ts'
import { Problem } from '../problem.ts'
import { openActs, type ProposalStanding, type Stage, type StageAct } from './stages.ts'

export const buyerStates = ['asked', 'joined', 'declined', 'left'] as const
/** How a buyer stands to a challenge that an agency opens for several; the last two are ends. */
export type BuyerState = (typeof buyerStates)[number]
export type BuyerAct = 'join' | 'decline' | 'leave'

/** What a buyer brings to such a challenge; nobody else reads it, the agency where the buyer shows it. */
export type BuyerPart = {
  /** How the problem stands with it, and what a solution would be worth to it. */
  readonly baseline: string
  readonly benefit: string
  readonly sites: number
  readonly pledged: Money | null
}

/** Of fewer buyers no sum is told, since one could reckon what a single one brings. */
export const summedFrom = 3

/** Joining once more says anew how one takes part. */
const table: Readonly<Record<BuyerState, Partial<Readonly<Record<BuyerAct, BuyerState>>>>> = {
  asked: { join: 'joined', decline: 'declined' },
  joined: { join: 'joined', leave: 'left' },
  declined: {},
  left: {},
}

/** Who takes part, and with what, is settled once suppliers read the challenge; leaving stays open while it runs. */
const openIn: Readonly<Record<BuyerAct, readonly NeedState[]>> = {
  join: ['draft'],
  decline: ['draft', 'published'],
  leave: ['draft', 'published'],
}

/**
 * How a buyer stands after an act.
 * @throws Problem buyers.settled, buyers.state, buyers.reason
 */
export function buyerAfter(state: BuyerState, act: BuyerAct, challenge: NeedState, reason: string): BuyerState {
  if (!openIn[act].includes(challenge))
    throw new Problem('buyers.settled', 'Who takes part in this challenge, and with what, is settled by now.')
  const after = table[state][act]
  if (after === undefined)
    throw new Problem('buyers.state', 'You have declined or left this challenge already, or have not joined it.')
  if (act === 'leave' && reason.trim() === '')
    throw new Problem('buyers.reason', 'Say why you leave; the others are owed a reason.', [
      { path: 'body.reason', code: 'too_small', message: 'Say why you leave.' },
    ])
  return after
}

/** As far as a proposal goes for several buyers together; what follows is between one of them and the firm. */
export const brokeredStages = ['screening', 'proposal'] as const satisfies readonly Stage[]

/** What an agency may do to a proposal: it screens; whether a pilot comes of it, each buyer decides for itself. */
export const brokerActs = (standing: ProposalStanding): StageAct[] =>
  standing.stage === 'screening' ? openActs(standing, 'buyer') : []

/**
 * Refuses a buyer's answer to a proposal that has ended, and a no without a reason.
 * @throws Problem proposal.state, proposal.reason
 */
export function checkProposalAnswer(
  { stage }: Pick<ProposalStanding, 'stage'>,
  answer: 'interested' | 'not-for-us',
  reason: string,
): void {
  if (stage === 'stopped' || stage === 'withdrawn')
    throw new Problem('proposal.state', 'This proposal has ended, so it takes no answers.')
  if (answer === 'not-for-us' && reason.trim() === '')
    throw new Problem('proposal.reason', 'Say why; the firm is owed a reason.', [
      { path: 'body.reason', code: 'too_small', message: 'Say why; the firm is owed a reason.' },
    ])
}

/**
 * Refuses what an agency may not post: it opens challenges for several buyers, as drafts that these join first, and every
 * supplier may read them.
 * @throws Problem need.brokered, buyers.none
 */
export function checkBrokered(
  { kind, confidentiality }: Pick<NeedContent, 'kind' | 'confidentiality'>,
  publish: boolean,
): void {
  if (publish) throw new Problem('buyers.none', 'No buyer has joined this challenge yet; save it as a draft.')
  if (kind !== 'challenge' || confidentiality !== 'open')
    throw new Problem(
      'need.brokered',
      'An agency opens challenges for several buyers, and every supplier may read them.',
      [{ path: 'body.confidentiality', code: 'invalid_value', message: 'Open to everyone, since an agency opens it.' }],
    )
}
