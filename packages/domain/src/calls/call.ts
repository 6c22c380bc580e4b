import type { CallId, NeedId, OrganisationId } from '../brand.ts'
import type { Quantity } from '../place.ts'

export const callKinds = ['rfi', 'rfq', 'rfp'] as const
/** A request for information, for a quotation or for a proposal. */
export type CallKind = (typeof callKinds)[number]

export const envelopes = ['qualification', 'technical', 'price'] as const
/** The parts of a bid, in the order in which they are opened. */
export type Envelope = (typeof envelopes)[number]

export const sealings = ['sealed', 'plain'] as const
/** sealed: nobody reads a bid before its opening, not even who runs the servers; plain: the rows are merely hidden. */
export type Sealing = (typeof sealings)[number]

export const callAccesses = ['open', 'invited'] as const
export type CallAccess = (typeof callAccesses)[number]

export const prefills = ['capabilities', 'references', 'certificates', 'capacity', 'contact'] as const
/** What of a passport can answer a field before the bidder does. */
export type Prefill = (typeof prefills)[number]

/** Something that bidders are asked to answer in words. */
export type BidField = {
  readonly key: string
  readonly envelope: Envelope
  readonly label: string
  readonly required: boolean
  /** An answer has at most so many words. */
  readonly maxWords: number
  readonly prefill: Prefill | null
}

/** What bids are scored by, out of `maxScore`; the weights of a call add up to 100. */
export type AwardCriterion = {
  readonly key: string
  readonly envelope: Envelope
  readonly name: string
  readonly weight: number
  readonly maxScore: number
}

export type Lot = { readonly title: string; readonly text: string; readonly quantity: Quantity | null }

/** What is asked of bidders; a version of it is kept for ever with each publication. */
export type CallContent = {
  readonly kind: CallKind
  readonly title: string
  readonly text: string
  /** ISO 639-1 language that it is written in. */
  readonly language: string
  readonly access: CallAccess
  readonly sealing: Sealing
  /** In their order; a call has at least one. */
  readonly envelopes: readonly Envelope[]
  /** Priced one by one; a call without lots is priced as a whole. */
  readonly lots: readonly Lot[]
  readonly fields: readonly BidField[]
  readonly criteria: readonly AwardCriterion[]
  /** ISO 4217 currency that all prices are given in. */
  readonly currency: string
  /** ISO 8601 instants: bids are taken before `deadline`, questions before `questionsUntil`. */
  readonly deadline: string
  readonly questionsUntil: string | null
  /** How many openers it takes to open an envelope. */
  readonly threshold: number
  /** Days between the decision and its becoming final, in which bidders may complain. */
  readonly standstillDays: number
}

export const callStates = ['draft', 'published', 'opened', 'decided', 'closed', 'cancelled'] as const
/** What is written down of where a call stands; with the clock it makes its phase. */
export type CallState = (typeof callStates)[number]

export type Call = CallContent & {
  readonly id: CallId
  readonly organisationId: OrganisationId
  readonly needId: NeedId | null
  readonly state: CallState
  /** Rises by one with each publication or amendment. */
  readonly version: number
  /** The envelope opened last; null before the first. */
  readonly stage: Envelope | null
}

/** The envelope that is opened next; null where none is left. */
export const nextEnvelope = (call: Pick<Call, 'envelopes' | 'stage'>): Envelope | null =>
  call.envelopes[call.stage === null ? 0 : call.envelopes.indexOf(call.stage) + 1] ?? null
