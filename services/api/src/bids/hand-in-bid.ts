import { createHash } from 'node:crypto'

import type { Signer } from '@enlace/audit-log'
import type {
  confirmBid as confirmContract,
  EnvelopeBody,
  OwnBid,
  readBid as readContract,
  submitBid as contract,
  withdrawBid as withdrawContract,
} from '@enlace/contracts'
import {
  confirmOwnBid,
  handInBid,
  noteLogIndex,
  readCall,
  readOwnBid,
  useBidFiles,
  withdrawOwnBid,
  type CallRow,
  type OwnBidRow,
  type Transaction,
} from '@enlace/database'
import { assert, checkBid, envelopes, Problem, type BidContent } from '@enlace/domain'

import { issueReceipt } from '../audit/issue-receipt.ts'
import { callFor } from '../calls/call-for.ts'
import { decideInCall } from '../calls/decide-in-call.ts'
import { refuseExcluded } from '../exclusions/not-excluded.ts'
import type { Handler } from '../http/mount.ts'
import { handedInFiles } from './handed-in-files.ts'
import { late, openCall } from './open-call.ts'
import { isSealedForCall } from './sealed-body.ts'

/** An own bid as its bidder sees it: its receipt says what it was handed. */
async function withReceipt(tx: Transaction, signer: Signer, { logIndex, ...bid }: OwnBidRow): Promise<OwnBid> {
  const log = await issueReceipt(tx, signer, logIndex)
  assert(log !== null, 'a bidder sees the entry of its own bid')
  return { ...bid, receipt: { ...bid.receipt, log } }
}

export const readBid =
  (signer: Signer): Handler<typeof readContract> =>
  async ({ tx, params }) => {
    await callFor(tx, params.id, 'read')
    const bid = await readOwnBid(tx, params.id)
    return { bid: bid === null ? null : await withReceipt(tx, signer, bid) }
  }

/** SHA-256 over the envelopes in their order, as JSON without spaces; a bidder can work it out again. */
const digestOf = (bodies: Readonly<Partial<Record<string, EnvelopeBody>>>): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        envelopes.flatMap((envelope) => (bodies[envelope] === undefined ? [] : [[envelope, bodies[envelope]]])),
      ),
    )
    .digest('base64url')

/** What can be checked of a bid on arrival: of a plain one all, of a sealed one that it is sealed to those who open. */
function checkArrived(call: CallRow, bodies: Readonly<Partial<Record<string, EnvelopeBody>>>): void {
  const given = Object.entries(bodies)
  if (given.length !== call.envelopes.length || call.envelopes.some((envelope) => bodies[envelope] === undefined))
    throw new Problem('bid.incomplete', 'The bid lacks an envelope, or has one too many.')
  if (call.sealing === 'plain') {
    const content: BidContent = Object.fromEntries(
      given.map(([envelope, body]) => {
        if (body === undefined || !('plain' in body))
          throw new Problem('bid.sealing', 'Bids of this call are not sealed.')
        return [envelope, body.plain]
      }),
    )
    return checkBid(call, content)
  }
  if (given.some(([, body]) => !isSealedForCall(call, body)))
    throw new Problem('bid.sealing', 'Every envelope must be sealed to each of those who open.')
}

/** Hands a bid in, or the next revision of it. */
export const submitBid: Handler<typeof contract> = async ({ tx, actor, params, body, record, audit }) => {
  const call = await openCall(tx, actor, params.id, 'bid')
  if (body.callVersion !== call.version)
    throw new Problem('call.changed', 'The call was amended; read it again and confirm what you hand in.')
  await refuseExcluded(tx, call.organisationId, { id: actor.organisationId, path: 'bid' })
  checkArrived(call, body.envelopes)
  const before = await readOwnBid(tx, call.id)
  if (before !== null && before.id !== body.bidId)
    throw new Problem('thing.conflict', 'A colleague handed in a bid; replace that one.')
  const plain = Object.values(body.envelopes).flatMap((one) => (one !== undefined && 'plain' in one ? [one.plain] : []))
  const files = await handedInFiles(
    tx,
    call,
    plain.flatMap((content) => content.files ?? []),
    body.files,
  )
  const digest = digestOf(body.envelopes)
  const { bidId, revision, callVersion } = body
  const kept = await handInBid(tx, {
    id: bidId,
    callId: call.id,
    organisationId: actor.organisationId,
    by: actor.userId,
    revision,
    callVersion,
    digest,
    envelopes: body.envelopes,
  })
  // The call as it was read may still say that there was time.
  if (kept === 'late') throw late((await readCall(tx, call.id)) ?? call)
  if (kept === 'stale') throw new Problem('thing.conflict', 'A colleague replaced this bid; read it again.')
  await useBidFiles(tx, { id: bidId, revision }, files)
  const { receivedAt } = kept
  const submitted = { callId: call.id, bidId, organisationId: actor.organisationId, revision }
  const log = await decideInCall({ record, audit }, 'bid.submitted', submitted, { revision, digest, receivedAt })
  await noteLogIndex(tx, bidId, log.index)
  return { bidId, callId: call.id, revision, digest, receivedAt, log }
}

export const confirmBid =
  (signer: Signer): Handler<typeof confirmContract> =>
  async ({ tx, actor, params, body, record, audit }) => {
    const call = await openCall(tx, actor, params.id, 'confirm')
    if (body.callVersion !== call.version)
      throw new Problem('call.changed', 'The call was amended again; read it first.')
    await refuseExcluded(tx, call.organisationId, { id: actor.organisationId, path: 'bid' })
    const bid = await readOwnBid(tx, call.id)
    if (bid === null) throw new Problem('thing.not-found', 'There is no bid of yours.')
    // One that no longer answers what is asked would be confirmed only to be left out at its opening.
    if (bid.content !== null) checkBid(call, bid.content)
    if (!(await confirmOwnBid(tx, call.id, call.version))) throw late(call)
    const { receipt } = await withReceipt(tx, signer, bid)
    await decideInCall({ record, audit }, 'bid.confirmed', {
      callId: call.id,
      bidId: bid.id,
      organisationId: actor.organisationId,
    })
    return receipt
  }

export const withdrawBid: Handler<typeof withdrawContract> = async ({ tx, actor, params, record, audit }) => {
  const call = await openCall(tx, actor, params.id, 'withdraw')
  const bidId = await withdrawOwnBid(tx, call.id)
  if (bidId === null) throw late(call)
  await decideInCall({ record, audit }, 'bid.withdrawn', {
    callId: call.id,
    bidId,
    organisationId: actor.organisationId,
  })
  return undefined
}
