import type { AwardCriterion, BidField, CallAccess, CallKind, Envelope, Prefill, Sealing } from '@enlace/domain'
import { m } from '../paraglide/messages.js'

/** What a call of a kind begins with; all of it can be changed. */
export type CallTemplate = {
  readonly access: CallAccess
  readonly sealing: Sealing
  readonly envelopes: readonly Envelope[]
  readonly fields: readonly BidField[]
  readonly criteria: readonly AwardCriterion[]
  readonly threshold: number
  readonly standstillDays: number
  /** How long bidders have. */
  readonly days: number
}

export const field = (
  key: string,
  envelope: Envelope,
  label: string,
  maxWords: number,
  prefill: Prefill | null = null,
): BidField => ({ key, envelope, label, required: true, maxWords, prefill })
export const criterion = (key: string, envelope: Envelope, name: string, weight: number): AwardCriterion => ({
  key,
  envelope,
  name,
  weight,
  maxScore: 10,
})

const templates: Readonly<Record<CallKind, () => CallTemplate>> = {
  rfi: () => ({
    access: 'open',
    sealing: 'plain',
    envelopes: ['technical'],
    fields: [
      field('offer', 'technical', m.calls_template_offer(), 200, 'capabilities'),
      field('references', 'technical', m.calls_template_references(), 150, 'references'),
      field('advice', 'technical', m.calls_template_advice(), 200),
    ],
    criteria: [],
    threshold: 1,
    standstillDays: 0,
    days: 10,
  }),
  rfq: () => ({
    access: 'invited',
    sealing: 'plain',
    envelopes: ['price'],
    fields: [field('terms', 'price', m.calls_template_terms(), 80)],
    criteria: [criterion('price', 'price', m.calls_envelope_price(), 100)],
    threshold: 1,
    standstillDays: 2,
    days: 5,
  }),
  rfp: () => ({
    access: 'open',
    sealing: 'sealed',
    envelopes: ['qualification', 'technical', 'price'],
    fields: [
      field('references', 'qualification', m.calls_template_references(), 150, 'references'),
      field('certificates', 'qualification', m.calls_template_certificates(), 80, 'certificates'),
      field('method', 'technical', m.calls_template_method(), 300),
      field('schedule', 'technical', m.calls_template_schedule(), 150),
      field('terms', 'price', m.calls_template_terms(), 80),
    ],
    criteria: [
      criterion('experience', 'qualification', m.calls_template_experience(), 15),
      criterion('method', 'technical', m.calls_template_method_name(), 35),
      criterion('schedule', 'technical', m.calls_template_schedule_name(), 15),
      criterion('price', 'price', m.calls_envelope_price(), 35),
    ],
    threshold: 2,
    standstillDays: 10,
    days: 21,
  }),
}

/** What a call of this kind begins with, in the reader's language. */
export const templateOf = (kind: CallKind): CallTemplate => templates[kind]()
