import type { EntryId } from '../brand.ts'
import type { EvidenceSource } from './match.ts'

/** One entry of the passport that the need meets in words or in meaning, and how well, 0..1. */
export type EntrySignal = {
  readonly entryId: EntryId | null
  readonly source: Extract<EvidenceSource, 'capability' | 'reference' | 'facts'>
  /** The sentence of the entry that meets the need best, as written. */
  readonly quote: string
  readonly score: number
}

/**
 * What retrieval knows of a pair. Every number depends on the pair alone, never on what else was found,
 * so a new need and a new passport get the same score for the same pair.
 */
export type Signals = {
  /** The entries that meet the need best, best first. */
  readonly entries: readonly EntrySignal[]
  /** How well the passport as a whole meets the need's words, 0..1. */
  readonly profile: number
  /** How the supplier answered earlier needs of its categories, or null where it was never asked. */
  readonly answers: { readonly asked: number; readonly interested: number } | null
}

/** The signals of a pair that retrieval knows nothing about. */
export const noSignals: Signals = { entries: [], profile: 0, answers: null }
