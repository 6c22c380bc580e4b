import { holdCall, type CallRow, type Transaction } from '@enlace/database'
import { can, Problem, type CallAct, type CallId, type MemberActor } from '@enlace/domain'

import { allow } from '../calls/call-for.ts'

/** A call that takes bids from this supplier now; it cannot be amended or opened before the transaction ends. */
export async function openCall(tx: Transaction, actor: MemberActor, id: CallId, act: CallAct): Promise<CallRow> {
  const call = await holdCall(tx, id, 'shared')
  if (call !== null && !can(actor, 'bid.write', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only owners and bidders of a supplier bid for it.')
  if (
    call !== null &&
    call.phase !== 'tendering' &&
    call.parts.some((part) => part === 'candidate' || part === 'bidder')
  )
    throw call.phase === 'cancelled' ? new Problem('call.phase', 'This call was cancelled.') : late(call)
  return allow(call, act)
}

export const late = ({ now, deadline }: CallRow): Problem =>
  new Problem('call.late', `Bids were due before ${deadline}; by the clock that counts it is ${now}.`)
