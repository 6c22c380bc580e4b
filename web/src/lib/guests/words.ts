import type { GuestState } from '@enlace/domain'

import { m } from '$lib/paraglide/messages.js'

const states: Readonly<Record<GuestState, () => string>> = {
  invited: m.guests_state_invited,
  registered: m.guests_state_registered,
  declined: m.guests_state_declined,
  withdrawn: m.guests_state_withdrawn,
}
/** How an invitation stands, in the reader's language. */
export const guestStateName = (state: GuestState): string => states[state]()
