import type { CallAccess, CallKind, CallPhase, Envelope, Prefill, Seat, Sealing } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import type { Tone } from '../ui/tone.ts'

type Words<Key extends string> = Readonly<Record<Key, () => string>>

export const kindWords: Words<CallKind> = { rfi: m.calls_kind_rfi, rfq: m.calls_kind_rfq, rfp: m.calls_kind_rfp }
export const kindHelp: Words<CallKind> = {
  rfi: m.calls_kind_rfi_help,
  rfq: m.calls_kind_rfq_help,
  rfp: m.calls_kind_rfp_help,
}
export const phaseWords: Words<CallPhase> = {
  draft: m.calls_phase_draft,
  tendering: m.calls_phase_tendering,
  opening: m.calls_phase_opening,
  evaluating: m.calls_phase_evaluating,
  choosing: m.calls_phase_choosing,
  proposed: m.calls_phase_proposed,
  standstill: m.calls_phase_standstill,
  appeal: m.calls_phase_appeal,
  final: m.calls_phase_final,
  closed: m.calls_phase_closed,
  cancelled: m.calls_phase_cancelled,
}
export const phaseTones: Readonly<Record<CallPhase, Tone>> = {
  draft: 'plain',
  tendering: 'good',
  opening: 'copper',
  evaluating: 'copper',
  choosing: 'copper',
  proposed: 'copper',
  standstill: 'teal',
  appeal: 'warn',
  final: 'teal',
  closed: 'plain',
  cancelled: 'bad',
}
export const envelopeWords: Words<Envelope> = {
  qualification: m.calls_envelope_qualification,
  technical: m.calls_envelope_technical,
  price: m.calls_envelope_price,
}
export const envelopeHelp: Words<Envelope> = {
  qualification: m.calls_envelope_qualification_help,
  technical: m.calls_envelope_technical_help,
  price: m.calls_envelope_price_help,
}
export const seatWords: Words<Seat> = {
  author: m.calls_seat_author,
  approver: m.calls_seat_approver,
  opener: m.calls_seat_opener,
  evaluator: m.calls_seat_evaluator,
  observer: m.calls_seat_observer,
}
export const seatHelp: Words<Seat> = {
  author: m.calls_seat_author_help,
  approver: m.calls_seat_approver_help,
  opener: m.calls_seat_opener_help,
  evaluator: m.calls_seat_evaluator_help,
  observer: m.calls_seat_observer_help,
}
export const sealingWords: Words<Sealing> = { sealed: m.calls_sealed, plain: m.calls_plain }
export const sealingHelp: Words<Sealing> = { sealed: m.calls_sealed_help, plain: m.calls_plain_help }
export const accessWords: Words<CallAccess> = { open: m.calls_access_open, invited: m.calls_access_invited }
export const accessHelp: Words<CallAccess> = { open: m.calls_access_open_help, invited: m.calls_access_invited_help }
export const prefillWords: Words<Prefill> = {
  capabilities: m.calls_prefill_capabilities,
  references: m.calls_prefill_references,
  certificates: m.calls_prefill_certificates,
  capacity: m.calls_prefill_capacity,
  contact: m.calls_prefill_contact,
}
