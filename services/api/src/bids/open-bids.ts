import type { OpeningView, readOpening as readContract, releaseEnvelope as contract } from '@enlace/contracts'
import {
  insertRelease,
  listLiveEnvelopes,
  listOpeners,
  listReleased,
  openEnvelope,
  storeOpenings,
  type CallRow,
  type LiveEnvelope,
  type Transaction,
} from '@enlace/database'
import { mayInCall, nextEnvelope, opensNow, Problem, type ReleasedSoFar } from '@enlace/domain'

import { callFor, heldCallFor } from '../calls/call-for.ts'
import { decideInCall, inCall } from '../calls/decide-in-call.ts'
import type { Handler } from '../http/mount.ts'
import { checkRelease } from './check-release.ts'
import { openBody, type Released } from './open-body.ts'

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
        ? body.sealed.shares.flatMap((share) => (share.openerId === mine?.id ? [{ bidId, revision, share }] : []))
        : [],
    ),
  }
}

export const readOpening: Handler<typeof readContract> = async ({ tx, params }) =>
  viewOpening(tx, await callFor(tx, params.id, 'look-in'))

/** How far the shares of one bid are; a plain one needs none. */
const soFar =
  (openers: number, threshold: number, released: Released) =>
  ({ bidId, body }: LiveEnvelope): ReleasedSoFar => ({
    openers,
    threshold,
    released: released.length,
    shares: released.filter(({ shares }) => 'plain' in body || shares.some((one) => one.bidId === bidId)).length,
  })

/** Releases an opener's shares of the next envelope; the last one it takes opens it for every bid, in this transaction. */
export const releaseEnvelope: Handler<typeof contract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'release')
  const envelope = nextEnvelope(call)
  if (envelope === null || envelope !== body.envelope)
    throw new Problem('opening.early', `The envelope that is opened next is: ${envelope ?? 'none'}.`)
  const openers = await listOpeners(tx, call.id, envelope)
  const mine = openers.find((one) => one.mine)
  if (mine === undefined) throw new Problem('identity.forbidden', 'Only those who open release an envelope.')
  const bids = await listLiveEnvelopes(tx, call.id, envelope)
  await checkRelease(call, envelope, mine.id, bids, body.shares)
  if (!(await insertRelease(tx, { callId: call.id, envelope, seatId: mine.id, shares: body.shares })))
    throw new Problem('thing.conflict', 'You released this envelope already.')
  const released = await listReleased(tx, call.id, envelope)
  const opens = opensNow(bids.map(soFar(openers.length, call.threshold, released)), released.length, call.threshold)
  if (opens) {
    const opened = await Promise.all(bids.map((bid) => openBody(call, envelope, bid, released)))
    await storeOpenings(tx, call.id, envelope, opened)
    if (!(await openEnvelope(tx, call.id, envelope)))
      throw new Problem('opening.early', 'It is not yet time to open this.')
  }
  const act = { ...inCall(call), envelope }
  await decideInCall({ record, audit }, 'call.released', { ...act, seatId: mine.id })
  if (opens) await decideInCall({ record, audit }, 'call.opened', act)
  return viewOpening(tx, await callFor(tx, call.id, 'look-in'))
}
