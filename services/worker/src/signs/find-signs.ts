import type { EventPayload } from '@enlace/contracts'
import { keepCallSigns, lockCallSigns, readPastCalls } from '@enlace/database'
import { findSigns as signsIn } from '@enlace/domain'

import type { Reaction } from '../reactions/reaction.ts'

/** Looks back on all calls of a buyer once an award is approved or a call ends, for what asks for a second look. */
export const findSigns: Reaction = {
  atOnce: (event) => async (tx) => {
    const { organisationId } = event.payload as EventPayload<'call.closed'>
    // Locked before anything is read: of two that end at once the later sees both.
    await lockCallSigns(tx, organisationId)
    await keepCallSigns(tx, organisationId, signsIn(await readPastCalls(tx, organisationId)))
  },
}
