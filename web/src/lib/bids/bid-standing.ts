import type { CallView } from '@enlace/contracts'

export const bidStandings = [
  'in',
  'unconfirmed',
  'withdrawn',
  'waiting',
  'opened',
  'lapsed',
  'told',
  'cancelled',
] as const
/**
 * Where an own bid stands: handed in; to be confirmed again after an amendment; taken back; due and not opened yet;
 * opened; left out since it was not confirmed in time; told its result; its call cancelled.
 */
export type BidStanding = (typeof bidStandings)[number]

/** Where the reader's own bid in a call stands; null where there is none. */
export function standingOf({ bid, phase, stage }: Pick<CallView, 'bid' | 'phase' | 'stage'>): BidStanding | null {
  if (bid === null) return null
  if (bid.state === 'withdrawn') return 'withdrawn'
  if (phase === 'cancelled') return 'cancelled'
  if (bid.told) return 'told'
  if (phase === 'tendering') return bid.confirmed ? 'in' : 'unconfirmed'
  if (!bid.confirmed) return 'lapsed'
  return phase === 'opening' && stage === null ? 'waiting' : 'opened'
}
