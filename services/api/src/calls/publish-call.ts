import type {
  amendCall as amendContract,
  cancelCall as cancelContract,
  publishCall as contract,
} from '@enlace/contracts'
import { fixOpenerKeys, listSeats, moveCall, publishCallVersion, takenSeats } from '@enlace/database'
import { checkAmendment, checkCall, Problem, seatFaults } from '@enlace/domain'

import { clusterFor } from '../challenges/cluster-for.ts'
import type { Handler } from '../http/mount.ts'
import { decideInCall, inCall } from './decide-in-call.ts'
import { heldCallFor } from './call-for.ts'

/** Approves a draft: whoever is to approve, score and open must sit by then. */
export const publishCall: Handler<typeof contract> = async ({ tx, actor, params, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'publish')
  checkCall(call, call.now)
  if (call.cluster !== null) await clusterFor(tx, actor, call.cluster.id)
  await fixOpenerKeys(tx, call.id)
  const seats = await listSeats(tx, call.id)
  const faults = seatFaults(call, takenSeats(seats))
  if (call.sealing === 'sealed' && seats.some((one) => one.seat === 'opener' && one.acceptedAt !== null && !one.hasKey))
    faults.push({
      path: 'seats',
      code: 'no_key',
      message: 'Everybody who opens needs a key before bids are sealed to it.',
    })
  if (faults.length > 0)
    throw new Problem('call.seats', 'The seats of this call are not taken as they must be.', faults)
  const version = await publishCallVersion(tx, {
    id: call.id,
    content: call.content,
    reason: '',
    by: actor.userId,
  })
  const facts = call.cluster === null ? {} : { clusterId: call.cluster.id }
  await decideInCall({ record, audit }, 'call.published', { ...inCall(call), version }, facts)
  return heldCallFor(tx, call.id, 'read')
}

/** Publishes a new version; bids of the one before no longer count until they are confirmed. */
export const amendCall: Handler<typeof amendContract> = async ({ tx, actor, params, body, record, audit }) => {
  const { version: seen, reason, ...content } = body
  const call = await heldCallFor(tx, params.id, 'amend')
  if (call.version !== seen) throw new Problem('thing.changed', 'Somebody amended this call; read it again first.')
  checkAmendment(call, content, call.now)
  const version = await publishCallVersion(tx, { id: call.id, content, reason, by: actor.userId })
  await decideInCall({ record, audit }, 'call.amended', { ...inCall(call), version })
  return heldCallFor(tx, call.id, 'read')
}

export const cancelCall: Handler<typeof cancelContract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'cancel')
  await moveCall(tx, call.id, { state: 'cancelled', reason: body.reason })
  await decideInCall({ record, audit }, 'call.cancelled', inCall(call))
  return heldCallFor(tx, call.id, 'read')
}
