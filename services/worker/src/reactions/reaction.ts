import type { RecordedEvent } from '@enlace/contracts'
import type { NumberedNote, Transaction } from '@enlace/database'

/** What a reaction changes; runs in one transaction together with the mark that it is done, so it takes effect once. */
export type Effect = (tx: Transaction) => Promise<void>

/** Tells listeners at once of what was noted; without it they find it a moment later. */
export type Wake = (notes: readonly NumberedNote[]) => Promise<void>

/** Takes what is to be told once the transaction has committed, and need not be: whoever misses it finds out by looking. */
export type Afterwards = (tell: () => Promise<unknown>) => unknown

type Kept = {
  /** Resolves once this process has at hand what a reaction needs; no transaction waits for that, as it may take long. */
  readonly ready?: () => Promise<void>
}

/** A reaction that is nothing but its effect. */
export type AtOnce = Kept & {
  readonly atOnce: (event: RecordedEvent) => (tx: Transaction, afterwards: Afterwards) => Promise<void>
  /**
   * All that it writes follows from other rows and obliges nobody, so its commit is not waited for: a machine that stops
   * within the second forgets the effect together with the mark, and it is done again.
   */
  readonly derived?: true
}

/**
 * One reaction to events. Most are nothing but their effect. One that must not hold a transaction prepares first: it may
 * read, compute and call others (a mail server) as often as it is delivered, and returns what to change in Postgres.
 */
export type Reaction = AtOnce | (Kept & { readonly prepare: (event: RecordedEvent) => Promise<Effect> })

export const isAtOnce = (reaction: Reaction): reaction is AtOnce => 'atOnce' in reaction

export const noEffect: Effect = async () => undefined
