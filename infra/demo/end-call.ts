import * as contract from '@enlace/contracts'
import { approveAward, closeCall, proposeAward, sendDebrief } from '@enlace/api/awards/decide'
import { readOpening, releaseEnvelope } from '@enlace/api/bids/open-bids'
import { settleEnvelope } from '@enlace/api/bids/settle-envelope'
import { declareInterests, submitScorecard } from '@enlace/api/scorecards/score'
import { actAs, storeScore, type Transaction } from '@enlace/database'
import { assert, type BidId, type CallId, type Envelope } from '@enlace/domain'
import { releaseShare, shareFromJson, toText } from '@enlace/sealing'

import { act } from './act.ts'
import type { Demo } from './demo.ts'
import type { Bids } from './hand-in-bids.ts'
import type { Keys, Table } from './seat-call.ts'

type DemoCall = Demo['calls'][number]
type Ended = DemoCall & { readonly end: NonNullable<DemoCall['end']> }
type Round = { readonly table: Table; readonly keys: Keys; readonly bids: Bids }

/** Opens a call envelope by envelope, scores it, awards it, and tells everybody who bid how it did. */
export async function endCall(tx: Transaction, id: CallId, call: Ended, round: Round): Promise<void> {
  const { author, approver } = round.table
  const params = { id }
  for (const envelope of call.content.envelopes) {
    await openIt(tx, id, envelope, call, round)
    await score(tx, id, envelope, call, round)
  }
  const body = { bidId: idOf(round.bids, call.end.winner), reason: call.end.reason }
  await act(tx, author, [contract.proposeAward, proposeAward], { params, body })
  await act(tx, approver, [contract.approveAward, approveAward], { params, body: { approved: true } })
  for (const { bidder, reasons, improvement } of call.bids)
    await act(tx, author, [contract.sendDebrief, sendDebrief], {
      params,
      body: { bidId: idOf(round.bids, bidder), reasons, improvement },
    })
  if (call.end.isClosed) await act(tx, author, [contract.closeCall, closeCall], { params })
}

function idOf(bids: Bids, bidder: string): BidId {
  const id = bids.get(bidder)
  assert(id !== undefined, `${bidder} bid in this call`)
  return id
}

/** As many openers as it takes release an envelope, each from its own key. */
async function openIt(
  tx: Transaction,
  id: CallId,
  envelope: Envelope,
  { content }: Ended,
  { table, keys }: Round,
): Promise<void> {
  const params = { id }
  for (const opener of table.openers.slice(0, content.threshold)) {
    const { shares } = await act(tx, opener, [contract.readOpening, readOpening], { params })
    const clear = []
    for (const { bidId, revision, share } of shares) {
      const key = keys.get(opener.email)
      assert(key !== undefined, 'everybody who opens has a key')
      const context = { callId: id, bidId, revision, envelope }
      clear.push({ bidId, share: toText(await releaseShare({ share: shareFromJson(share), key, context })) })
    }
    await act(tx, opener, [contract.releaseEnvelope, releaseEnvelope], { params, body: { envelope, shares: clear } })
  }
}

/**
 * Each of the panel scores the open envelope on a card of its own, and the author ends it with their medians. Scores go
 * into the store one by one, as a card in the making is nobody's concern; it is checked whole when it is handed in.
 */
async function score(
  tx: Transaction,
  id: CallId,
  envelope: Envelope,
  call: Ended,
  { table, bids }: Round,
): Promise<void> {
  const params = { id }
  const criteria = call.content.criteria.filter((one) => one.envelope === envelope)
  for (const [seat, player] of table.panel.entries()) {
    if (envelope === call.content.envelopes[0])
      await act(tx, player, [contract.declareInterests, declareInterests], { params, body: { conflicts: [] } })
    await actAs(tx, player)
    for (const { bidder, scores } of call.bids)
      for (const { key: criterion } of criteria) {
        const given = scores[criterion]
        assert(given !== undefined, `${bidder} is scored by ${criterion}`)
        const { points, comment } = given
        await storeScore(tx, id, envelope, { bidId: idOf(bids, bidder), criterion, score: points[seat] ?? 0, comment })
      }
    await act(tx, player, [contract.submitScorecard, submitScorecard], { params })
  }
  const settled = call.bids.map(({ bidder }) => ({ bidId: idOf(bids, bidder), passed: true }))
  await act(tx, table.author, [contract.settleEnvelope, settleEnvelope], { params, body: { envelope, bids: settled } })
}
