import type { OpeningView, readOpening as readContract, releaseEnvelope as contract } from '@enlace/contracts'
import {
  insertRelease,
  listLiveEnvelopes,
  listOpeners,
  listReleased,
  openEnvelope,
  storeOpenings,
  type CallRow,
  type Transaction,
} from '@enlace/database'
import { mayInCall, nextEnvelope, Problem } from '@enlace/domain'

import { allow, callFor, heldCallFor, isOutside } from '../calls/call-for.ts'
import { decideInCall } from '../calls/decide-in-call.ts'
import type { Handler } from '../http/mount.ts'
import { openBody } from './open-body.ts'

async function viewOpening(tx: Transaction, call: CallRow): Promise<OpeningView> {
  const envelope = nextEnvelope(call)
  const openers = await listOpeners(tx, call.id, envelope)
  const mine = openers.find((one) => one.mine)
  const isTime = mayInCall(call.parts, 'release', call.phase)
  const bids = mine === undefined || envelope === null || !isTime ? [] : await listLiveEnvelopes(tx, call.id, envelope)
  return {
    envelope,
    threshold: call.threshold,
    now: call.now,
    deadline: call.deadline,
    openers,
    shares: bids.flatMap(({ bidId, revision, body }) =>
      'sealed' in body
        ? body.sealed.shares.flatMap(({ openerId, sealed }) =>
            openerId === mine?.id ? [{ bidId, revision, sealed }] : [],
          )
        : [],
    ),
  }
}

export const readOpening: Handler<typeof readContract> = async ({ tx, params }) => {
  const call = await callFor(tx, params.id, 'read')
  if (isOutside(call))
    throw new Problem(
      'identity.forbidden',
      'Who opens is told on the call; how far the opening is, to those who sit in it.',
    )
  return viewOpening(tx, call)
}

/** Releases an opener's shares of the next envelope; the last one it takes opens it for every bid, in this transaction. */
export const releaseEnvelope: Handler<typeof contract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'release')
  const envelope = nextEnvelope(call)
  if (envelope === null || envelope !== body.envelope)
    throw new Problem('opening.early', `The envelope that is opened next is: ${envelope ?? 'none'}.`)
  const mine = (await listOpeners(tx, call.id, envelope)).find((one) => one.mine)
  if (mine === undefined) throw new Problem('identity.forbidden', 'Only those who open release an envelope.')
  const bids = await listLiveEnvelopes(tx, call.id, envelope)
  if (!(await insertRelease(tx, { callId: call.id, envelope, seatId: mine.id, shares: body.shares })))
    throw new Problem('thing.conflict', 'You released this envelope already.')
  const released = await listReleased(tx, call.id, envelope)
  if (released.length >= call.threshold) {
    await storeOpenings(
      tx,
      call.id,
      envelope,
      await Promise.all(bids.map((bid) => openBody(call, envelope, bid, released))),
    )
    if (!(await openEnvelope(tx, call.id, envelope)))
      throw new Problem('opening.early', 'It is not yet time to open this.')
    await decideInCall({ record, audit }, 'call.opened', {
      callId: call.id,
      organisationId: call.organisationId,
      version: call.version,
      envelope,
    })
  }
  return viewOpening(tx, allow(await callFor(tx, call.id, 'read'), 'read'))
}
