import type { ComplaintState, ImprovementKind } from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'
import type { Tone } from '$lib/ui/tone.ts'
import type { BidStanding } from './bid-standing.ts'

type Words<Key extends string> = Readonly<Record<Key, () => string>>

export const standingWords: Words<BidStanding> = {
  in: m.bids_standing_in,
  unconfirmed: m.bids_standing_unconfirmed,
  withdrawn: m.bids_standing_withdrawn,
  waiting: m.bids_standing_waiting,
  opened: m.bids_standing_opened,
  lapsed: m.bids_standing_lapsed,
  told: m.bids_standing_told,
  cancelled: m.bids_standing_cancelled,
}
export const standingTones: Readonly<Record<BidStanding, Tone>> = {
  in: 'good',
  unconfirmed: 'bad',
  withdrawn: 'plain',
  waiting: 'teal',
  opened: 'teal',
  lapsed: 'bad',
  told: 'copper',
  cancelled: 'plain',
}

export const improvementWords: Words<ImprovementKind> = {
  gap: m.bids_improvement_gap,
  course: m.bids_improvement_course,
  programme: m.bids_improvement_programme,
  call: m.bids_improvement_call,
  other: m.bids_improvement_other,
}

export const complaintWords: Words<ComplaintState> = {
  open: m.bids_complaint_open,
  upheld: m.bids_complaint_upheld,
  dismissed: m.bids_complaint_dismissed,
}
export const complaintTones: Readonly<Record<ComplaintState, Tone>> = {
  open: 'warn',
  upheld: 'good',
  dismissed: 'plain',
}
