import {
  awardCriterion,
  bidField,
  type AwardCriterion,
  type BidField,
  type CallAccess,
  type CallKind,
  type Envelope,
  type Sealing,
} from '@enlace/domain'
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

const templates: Readonly<Record<CallKind, () => CallTemplate>> = {
  rfi: () => ({
    access: 'open',
    sealing: 'plain',
    envelopes: ['technical'],
    fields: [
      bidField('offer', 'technical', m.calls_template_offer(), 200, 'capabilities'),
      bidField('references', 'technical', m.calls_template_references(), 150, 'references'),
      bidField('advice', 'technical', m.calls_template_advice(), 200),
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
    fields: [bidField('terms', 'price', m.calls_template_terms(), 80)],
    criteria: [awardCriterion('price', 'price', m.calls_envelope_price(), 100)],
    threshold: 1,
    standstillDays: 2,
    days: 5,
  }),
  rfp: () => ({
    access: 'open',
    sealing: 'sealed',
    envelopes: ['qualification', 'technical', 'price'],
    fields: [
      bidField('references', 'qualification', m.calls_template_references(), 150, 'references'),
      bidField('certificates', 'qualification', m.calls_template_certificates(), 80, 'certificates'),
      bidField('method', 'technical', m.calls_template_method(), 300),
      bidField('schedule', 'technical', m.calls_template_schedule(), 150),
      bidField('terms', 'price', m.calls_template_terms(), 80),
    ],
    criteria: [
      awardCriterion('experience', 'qualification', m.calls_template_experience(), 15),
      awardCriterion('method', 'technical', m.calls_template_method_name(), 35),
      awardCriterion('schedule', 'technical', m.calls_template_schedule_name(), 15),
      awardCriterion('price', 'price', m.calls_envelope_price(), 35),
    ],
    threshold: 2,
    standstillDays: 10,
    days: 21,
  }),
}

/** What a call of this kind begins with, in the reader's language. */
export const templateOf = (kind: CallKind): CallTemplate => templates[kind]()
