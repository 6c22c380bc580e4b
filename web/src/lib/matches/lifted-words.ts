import type { LiftReason } from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'

/** Why a row stands in a place that was held. */
export const liftedWords: Readonly<Record<LiftReason, () => string>> = {
  new: m.matches_lifted_new,
  floor: m.matches_lifted_floor,
}
