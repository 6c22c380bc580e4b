export const suggestionLacks = ['passport', 'need'] as const
/** What a firm has to publish before anybody can be suggested to it: a supplier its passport, a buyer a need. */
export type SuggestionLack = (typeof suggestionLacks)[number]

/** So many are suggested at once: the best, so that a day's choice stays one's own. */
export const mostSuggestions = 10
