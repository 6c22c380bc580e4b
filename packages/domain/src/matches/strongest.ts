import type { CriterionResult } from './match.ts'

const strongest = 2

/** The criteria that speak most for a match, without what nothing is known of. */
export const strongestOf = (criteria: readonly CriterionResult[]): readonly CriterionResult[] =>
  criteria
    .filter(({ id, score }) => id !== 'willingness' && score !== null && score > 0)
    .toSorted((a, b) => (b.score ?? 0) * b.weight - (a.score ?? 0) * a.weight)
    .slice(0, strongest)

/** What a criterion found that speaks for a match, without how much. */
export type MatchReason = Pick<CriterionResult, 'id' | 'detail'> & { readonly quote: string }

/** Why two fit, as both may read it before they meet: no scores and no weights, and nothing of what anything costs. */
export const reasonsOf = (criteria: readonly CriterionResult[]): MatchReason[] =>
  strongestOf(criteria.filter(({ id }) => id !== 'price')).map(({ id, detail, evidence }) => ({
    ...{ id, detail },
    quote: evidence?.quote ?? '',
  }))
