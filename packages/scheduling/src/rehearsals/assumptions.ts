/** A number that is expected, and by which share of it the truth may be off to either side. */
export type Estimate = { readonly expected: number; readonly give: number }

/** How many firms of each side have a language as their own, in parts of all. */
export type LanguageShare = { readonly language: string; readonly hosts: number; readonly visitors: number }

/** What an organiser takes for likely before invitations go out. */
export type Assumptions = {
  readonly hosts: Estimate
  readonly visitors: Estimate
  /** Hosts that a visitor wishes to meet. */
  readonly wishes: Estimate
  /** The share of wishes that is answered with a wish. */
  readonly acceptance: Estimate
  /** The share of visitors that registered and does not come. */
  readonly noShows: Estimate
  /** Visitors who come without having registered. */
  readonly walkIns: Estimate
  readonly languages: readonly LanguageShare[]
  /** The share of firms that get by in all of the languages. */
  readonly bilingual: number
}

/** The frame in which a day takes place. */
export type Frame = {
  readonly slots: number
  readonly tables: number
  /** A firm has no more meetings than this. */
  readonly mostMeetings: number
  /** What each visitor is to have at least, if it agreed with as many. */
  readonly floor: number
}

/** What is asked of tables: this share of the pairs that agreed gets a time, in that share of days. */
export const target = { placed: 0.95, days: 0.9 } as const
