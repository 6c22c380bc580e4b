import type { Money } from '../place.ts'

/** What a challenge is about; a buyer's portfolio is laid out by it. */
export const themes = [
  'water',
  'energy',
  'health',
  'safety',
  'environment',
  'community',
  'people',
  'operations',
] as const
export type Theme = (typeof themes)[number]

export const briefStates = ['draft', 'screening', 'approved', 'refused'] as const
/** draft: being written; screening: before the board; approved: suppliers may see it; refused: to be written anew. */
export type BriefState = (typeof briefStates)[number]

/** What a solution would be worth in money: what comes in less what goes out, by year. */
export type MoneyBenefit = {
  readonly currency: string
  /** Minor units, the present year first; negative where more goes out than comes in. */
  readonly cashFlows: readonly number[]
  /** A year, in percent. */
  readonly discountRate: number
  readonly assumptions: string
}

/** A benefit that is not money: what is measured, where it stands, and where it should come to. */
export type MeasuredBenefit = {
  readonly aspect: 'health' | 'safety' | 'environment' | 'community'
  readonly text: string
  readonly unit: string
  readonly baseline: number
  readonly target: number
}
export const aspects = [
  'health',
  'safety',
  'environment',
  'community',
] as const satisfies readonly MeasuredBenefit['aspect'][]

/** Stages in which the buyer's clock runs, and how many days it gives itself in each. */
export type StageDays = {
  readonly screening: number
  readonly proposal: number
  readonly pilot: number
  readonly 'test-site': number
}

/** What the buyer lays before its board, and later before every firm, letter by letter the same. */
export type BriefContent = {
  readonly theme: Theme
  /** How things stand now, with figures. */
  readonly baseline: string
  /** The problem as an open question, without the solution the buyer may have in mind. */
  readonly question: string
  /** What a solution must meet to the letter, where the buyer has such; the same for all. */
  readonly specification: string
  readonly money: MoneyBenefit | null
  readonly measures: readonly MeasuredBenefit[]
  readonly budget: Money | null
  readonly stageDays: StageDays
}

export const usualStageDays: StageDays = { screening: 14, proposal: 21, pilot: 30, 'test-site': 45 }
