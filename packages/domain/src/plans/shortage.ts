import type { MatchdayParticipantId } from '../brand.ts'
import type { PlanAssumptions } from './assumptions.ts'

/** What several firms need more of than there is. */
export type ShortOf =
  | { readonly of: 'firm'; readonly participantId: MatchdayParticipantId; readonly room: number }
  | { readonly of: 'quota'; readonly participantId: MatchdayParticipantId; readonly room: number }
  | { readonly of: 'tables'; readonly room: number }

/**
 * A proof that not everybody can have what they were promised: these firms together need so many meetings, and all that
 * they share has room for fewer.
 */
export type PlanBottleneck = {
  readonly firms: readonly MatchdayParticipantId[]
  readonly shared: readonly ShortOf[]
  readonly needed: number
  readonly room: number
}

/** What would help, as it was found by making the plan anew under it. */
export type PlanRemedy = { readonly assumed: PlanAssumptions; readonly placed: number; readonly missing: number }

/** Why a plan leaves pairs or floors out, and what would help. */
export type PlanShortage = {
  /** Meetings by which the floors are missed, of all firms together. */
  readonly missing: number
  /** Firms that agreed with fewer than the floor promises; no plan helps them. */
  readonly unasked: readonly { readonly participantId: MatchdayParticipantId; readonly agreed: number }[]
  readonly bottlenecks: readonly PlanBottleneck[]
  /** Firms that agreed with more than they have time for, or may meet; those with most of them first. */
  readonly full: readonly {
    readonly participantId: MatchdayParticipantId
    readonly agreed: number
    readonly room: number
  }[]
  /** Whether all tables are taken at all times. */
  readonly tablesFull: boolean
  readonly remedies: readonly PlanRemedy[]
}
