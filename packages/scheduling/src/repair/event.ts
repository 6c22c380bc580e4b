import type { Meeting, Participant } from '../instance.ts'
import type { Rule } from '../verify.ts'

/** What happens while a matchday runs; it holds from the next slot on. */
export type DayEvent =
  | { readonly kind: 'no-show'; readonly participant: number }
  /** They come in the slot `until`. */
  | { readonly kind: 'late'; readonly participant: number; readonly until: number }
  | { readonly kind: 'walk-in'; readonly meeting: Meeting }
  /** A meeting without a slot may have these now; it gets one if all are free, and nobody moves for it. */
  | { readonly kind: 'standby'; readonly meeting: number; readonly slots: readonly number[] }
  | { readonly kind: 'cancellation'; readonly meeting: number }
  | { readonly kind: 'place-lost'; readonly place: number }
  | { readonly kind: 'interpreter-lost'; readonly pool: number }
  | { readonly kind: 'participant-added'; readonly participant: Participant }

export type Spot = { readonly slot: number; readonly place: number }

/** A meeting that is elsewhere now; null where it had, or has, no slot. */
export type Change = { readonly meeting: number; readonly from: Spot | null; readonly to: Spot | null }

/** A meeting that could not be kept, and the rule that stands against it where the fewest do. */
export type Lost = { readonly meeting: number; readonly rule: Rule }

export type Repair = { readonly changes: readonly Change[]; readonly lost: readonly Lost[] }
