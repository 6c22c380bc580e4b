export type Side = 'host' | 'visitor'

/** What one side of a pair says of the other; `none` where it said nothing. */
export type Wish = 'must' | 'meet' | 'none' | 'no-thanks'

/** What the first meetings of a participant are worth beyond the pair itself. */
export type Standing = 'buyer' | 'small' | 'other'

/** How many of its meetings a participant has with partners of one type. */
export type Quota = { readonly type: string; readonly atLeast: number; readonly atMost: number }

export type SelectionParticipant = {
  readonly side: Side
  readonly standing: Standing
  /** What the quotas of the other side count it as. */
  readonly type: string
  readonly languages: readonly string[]
  /** Slots in which they come; they have no more meetings than that. */
  readonly slots: readonly number[]
  readonly atLeast: number
  readonly atMost: number
  /** One for each type at most. */
  readonly quotas: readonly Quota[]
}

/** A pair that could meet. */
export type Candidate = {
  readonly host: number
  readonly visitor: number
  /** How well they match, 0..1. */
  readonly score: number
  readonly hostWish: Wish
  readonly visitorWish: Wish
  readonly metBefore: boolean
}

/** Interpreters of one pair of languages, and how many meetings they have time for. */
export type Interpreters = { readonly languages: readonly [string, string]; readonly meetings: number }

/** Whom a matchday brings together; all indices count from 0, and each pair is a candidate once. */
export type SelectionQuestion = {
  readonly participants: readonly SelectionParticipant[]
  readonly candidates: readonly Candidate[]
  /** Pairs that never meet, such as competitors behind a wall. */
  readonly neverWith: readonly (readonly [number, number])[]
  readonly interpreters: readonly Interpreters[]
  readonly slots: number
  readonly places: number
}

/** What several candidates share: no more of them meet than it has room for, and no fewer should than its floor. */
export type Limit =
  | { readonly of: 'participant'; readonly participant: number }
  | { readonly of: 'quota'; readonly participant: number; readonly type: string }
  | { readonly of: 'interpreters'; readonly interpreters: number }
  | { readonly of: 'rooms' }
