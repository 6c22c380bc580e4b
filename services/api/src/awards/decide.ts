import { v7 as uuidv7 } from 'uuid'

import type {
  answerComplaint as answerContract,
  approveAward as approveContract,
  closeCall as closeContract,
  proposeAward as proposeContract,
  readDecision as readContract,
  sendDebrief as debriefContract,
} from '@enlace/contracts'
import {
  answerOpenComplaint,
  approveStanding,
  fellAward,
  insertAward,
  listOpenedBids,
  moveCall,
  storeDebrief,
} from '@enlace/database'
import { assert, Problem } from '@enlace/domain'

import { callFor, heldCallFor } from '../calls/call-for.ts'
import { decideInCall, inCall } from '../calls/decide-in-call.ts'
import type { Handler } from '../http/mount.ts'
import { readDecision as read } from './decision.ts'

export const readDecision: Handler<typeof readContract> = async ({ tx, params }) =>
  (await read(tx, await callFor(tx, params.id, 'read-bids'))).view

/** Proposes the bid that wins, or that none does; only one that passed every envelope can. */
export const proposeAward: Handler<typeof proposeContract> = async ({ tx, actor, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'propose')
  const { eligible } = await read(tx, call)
  if (body.bidId !== null && !eligible.includes(body.bidId))
    throw new Problem('award.winner', 'Only a bid that passed every envelope can be awarded.')
  await insertAward(tx, { id: uuidv7(), callId: call.id, bidId: body.bidId, reason: body.reason, by: actor.userId })
  await decideInCall({ record, audit }, 'award.proposed', inCall(call))
  return (await read(tx, call)).view
}

/** Approves what another proposed, which begins the standstill, or sends it back. */
export const approveAward: Handler<typeof approveContract> = async ({ tx, actor, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'approve')
  const { award } = await read(tx, call)
  assert(award !== null, 'in the phase proposed an award stands')
  if (!body.approved) {
    if (body.reason === '')
      throw new Problem('input.invalid', 'Say why.', [
        { path: 'body.reason', code: 'too_small', message: 'Say why it is refused.' },
      ])
    await fellAward(tx, award.id, body.reason)
    await decideInCall({ record, audit }, 'award.refused', inCall(call))
    return (await read(tx, call)).view
  }
  if (call.sealing === 'sealed' && award.proposedBy === actor.userId)
    throw new Problem('identity.forbidden', 'Nobody approves what he proposed.')
  await approveStanding(tx, award.id, actor.userId)
  await moveCall(tx, call.id, { state: 'decided', standstill: true })
  await decideInCall({ record, audit }, 'award.approved', inCall(call))
  return (await read(tx, call)).view
}

/** Tells one bidder how its bid did and what to better. */
export const sendDebrief: Handler<typeof debriefContract> = async ({ tx, actor, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'debrief')
  const { award, numbersOf } = await read(tx, call)
  assert(award !== null, 'a decided call has an award')
  const bid = (await listOpenedBids(tx, call.id)).find(({ id }) => id === body.bidId)
  if (bid === undefined) throw new Problem('award.winner', 'There is no such bid in this call.')
  const { bidId, reasons, improvement } = body
  await storeDebrief(tx, {
    awardId: award.id,
    callId: call.id,
    bidId,
    numbers: numbersOf(bidId),
    reasons,
    improvement,
    by: actor.userId,
  })
  await decideInCall({ record, audit }, 'debrief.sent', {
    callId: call.id,
    bidId,
    organisationId: call.organisationId,
    bidderId: bid.bidder.id,
  })
  return (await read(tx, call)).view
}

/** Answers a complaint; one that is upheld lets the award fall, so that it is chosen anew. */
export const answerComplaint: Handler<typeof answerContract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'answer')
  const answered = await answerOpenComplaint(tx, { id: params.complaintId, callId: call.id, ...body })
  if (answered === null) throw new Problem('thing.not-found', 'There is no such open complaint.')
  const { award } = await read(tx, call)
  if (body.upheld && award !== null) {
    await fellAward(tx, award.id, body.answer)
    await moveCall(tx, call.id, { state: 'opened' })
  }
  await decideInCall({ record, audit }, 'complaint.answered', {
    callId: call.id,
    organisationId: call.organisationId,
    upheld: body.upheld,
    ...answered,
  })
  return (await read(tx, await heldCallFor(tx, call.id, 'read'))).view
}

/** Closes a call. No call closes while somebody who bid was told nothing. */
export const closeCall: Handler<typeof closeContract> = async ({ tx, params, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'close')
  const { view } = await read(tx, call)
  if (view.owed.length > 0)
    throw new Problem('award.debriefs', `${view.owed.length} who bid have no debrief yet; every one must have it.`)
  await moveCall(tx, call.id, { state: 'closed' })
  await decideInCall({ record, audit }, 'call.closed', inCall(call))
  return view
}
