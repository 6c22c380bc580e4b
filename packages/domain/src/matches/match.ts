import type { EntryId, NeedId, OrganisationId } from '../brand.ts'

export const gateIds = [
  'certificates',
  'country',
  'radius',
  'capacity',
  'languages',
  'answer-date',
  'exclusions',
] as const
export type GateId = (typeof gateIds)[number]
/** "unstated" never counts as a pass; people see it as "to verify". */
export const gateVerdicts = ['pass', 'fail', 'unstated'] as const
export type GateVerdict = (typeof gateVerdicts)[number]

/** What a verdict or a score rests on: words quoted from the passport, and from which entry. */
export type Evidence = { readonly quote: string; readonly source: EvidenceSource; readonly entryId: EntryId | null }
export const evidenceSources = ['capability', 'reference', 'certificate', 'facts', 'categories', 'none'] as const
export type EvidenceSource = (typeof evidenceSources)[number]

/** `detail` holds the values the sentence is made of; the words are the reader's language's. */
export type GateResult = {
  readonly id: GateId
  readonly verdict: GateVerdict
  readonly detail: Readonly<Record<string, string | number>>
  readonly evidence: Evidence | null
}

export const criterionIds = [
  'capability-text',
  'category',
  'certificates',
  'capacity',
  'geography',
  'track-record',
  'price',
  'innovation',
  'inclusion',
  'willingness',
] as const
export type CriterionId = (typeof criterionIds)[number]

export type CriterionResult = {
  readonly id: CriterionId
  /** 0..1, or null where the passport or the need states nothing to compare. */
  readonly score: number | null
  /** Share of the total this criterion carries in the profile used, 0..1. */
  readonly weight: number
  readonly detail: Readonly<Record<string, string | number>>
  readonly evidence: Evidence | null
}

/** Something missing, and the match's score once it is closed: applying the remedy and scoring again gives this number. */
export type Gap = {
  readonly id: GateId | CriterionId
  readonly detail: Readonly<Record<string, string | number>>
  readonly scoreAfter: number
}

/** What closes a gap, by one name over all needs, and whether every gate passes then that does not now. */
export type Act = { readonly remedy: string; readonly opens: boolean }
export type ClosableGap = Gap & Act

/** The fewest gaps that have to be closed together for every gate to pass, and the score the match has then. */
export type WayIn = { readonly gaps: readonly Pick<Gap, 'id' | 'detail'>[]; readonly scoreAfter: number }

/**
 * What is kept beside a match about closing its gaps: the act for each, in their order, and the way in; none where every
 * gate passes, or some gate cannot be helped.
 */
export type Closing = { readonly acts: readonly Act[]; readonly wayIn: WayIn | null }

/**
 * One need × one supplier, scored 0..1 with its reasons.
 * `score` is the weighted harmonic mean of both sides, and 0 where a gate fails.
 */
export type Match = {
  readonly needId: NeedId
  readonly supplierId: OrganisationId
  readonly needVersion: number
  readonly passportVersion: number
  readonly score: number
  readonly buyerScore: number
  /** What the need is worth to the supplier, or null where the passport states no wish to compare. */
  readonly supplierScore: number | null
  /** Share of the weights the need asks about that the passport answers, 0..1: how sure the score is. */
  readonly coverage: number
  readonly gates: readonly GateResult[]
  readonly criteria: readonly CriterionResult[]
  readonly gaps: readonly Gap[]
  readonly model: string
  readonly weights: string
}

/** A match as it leaves the model, with what the supplier could do about it. */
export type ScoredMatch = Match & { readonly closing: Closing }

export const answers = ['interested', 'not-for-us'] as const
export type Answer = (typeof answers)[number]
