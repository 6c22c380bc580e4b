import type { FunnelStep, GuestState } from '@enlace/domain'

import { m } from '$lib/paraglide/messages.js'

const states: Readonly<Record<GuestState, () => string>> = {
  invited: m.guests_state_invited,
  registered: m.guests_state_registered,
  declined: m.guests_state_declined,
  withdrawn: m.guests_state_withdrawn,
}
/** How an invitation stands, in the reader's language. */
export const guestStateName = (state: GuestState): string => states[state]()

export const stepWords: Readonly<Record<FunnelStep, () => string>> = {
  invited: m.guests_step_invited,
  answered: m.guests_step_answered,
  registered: m.guests_step_registered,
  admitted: m.guests_step_admitted,
  came: m.guests_step_came,
  met: m.guests_step_met,
}
