import { v7 as uuidv7 } from 'uuid'

import type { complain as complainContract, readResult as readContract, ResultView } from '@enlace/contracts'
import {
  complainUntil,
  insertComplaint,
  listComplaints,
  readOwnBid,
  readOwnDebrief,
  type CallRow,
  type Transaction,
} from '@enlace/database'
import { asId, can, Problem, type ComplaintId } from '@enlace/domain'

import { callFor, heldCallFor } from '../calls/call-for.ts'
import { decideInCall } from '../calls/decide-in-call.ts'
import type { Handler } from '../http/mount.ts'

const view = async (tx: Transaction, call: CallRow): Promise<ResultView> => ({
  debrief: await readOwnDebrief(tx, call.id),
  complaints: await listComplaints(tx, call.id),
  complainUntil: complainUntil(call),
})

export const readResult: Handler<typeof readContract> = async ({ tx, params }) => {
  const call = await callFor(tx, params.id, 'read')
  if (!call.parts.includes('bidder')) throw new Problem('identity.forbidden', 'Only those who bid have a result.')
  return view(tx, call)
}

/** Complains of the decision; the call cannot be closed before it is answered. */
export const complain: Handler<typeof complainContract> = async ({ tx, actor, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'complain')
  if (!can(actor, 'bid.write', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only owners and bidders of a supplier complain for it.')
  const bid = await readOwnBid(tx, call.id)
  if (bid === null) throw new Problem('identity.forbidden', 'Only those who bid complain.')
  const id = asId<ComplaintId>(uuidv7())
  if (!(await insertComplaint(tx, { id, callId: call.id, bidId: bid.id, text: body.text })))
    throw new Problem('thing.conflict', 'A complaint of yours is open; wait for its answer.')
  await decideInCall({ record, audit }, 'complaint.filed', {
    callId: call.id,
    bidId: bid.id,
    organisationId: actor.organisationId,
    buyerId: call.organisationId,
  })
  return view(tx, await callFor(tx, call.id, 'read'))
}
