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

/** Ends the scoring of the open envelope: in a sealed call by the medians of a panel, in a plain one by what its author types. */
async function score(tx: Transaction, id: CallId, envelope: Envelope, call: Ended, round: Round): Promise<void> {
  const isSealed = call.content.sealing === 'sealed'
  const criteria = call.content.criteria.filter((one) => one.envelope === envelope).map(({ key }) => key)
  if (isSealed) await fillInCards(tx, id, { envelope, criteria }, call, round)
  const settled = call.bids.map((bid) => ({
    ...{ bidId: idOf(round.bids, bid.bidder), passed: true },
    scores: isSealed ? [] : criteria.map((criterion) => ({ criterion, score: givenTo(bid, criterion, 0).score })),
  }))
  const body = { envelope, bids: settled }
  await act(tx, round.table.author, [contract.settleEnvelope, settleEnvelope], { params: { id }, body })
}

/**
 * Each of the panel fills in a card and hands it in. Scores go into the store one by one, as a card in the making is
 * nobody's concern; it is checked whole when it is handed in.
 */
async function fillInCards(
  tx: Transaction,
  id: CallId,
  { envelope, criteria }: { readonly envelope: Envelope; readonly criteria: readonly string[] },
  { content, bids: written }: Ended,
  { table, bids }: Round,
): Promise<void> {
  const params = { id }
  for (const [seat, player] of table.panel.entries()) {
    if (envelope === content.envelopes[0])
      await act(tx, player, [contract.declareInterests, declareInterests], { params, body: { conflicts: [] } })
    await actAs(tx, player)
    for (const bid of written)
      for (const criterion of criteria)
        await storeScore(tx, id, envelope, {
          ...{ bidId: idOf(bids, bid.bidder), criterion },
          ...givenTo(bid, criterion, seat),
        })
    await act(tx, player, [contract.submitScorecard, submitScorecard], { params })
  }
}

function givenTo(
  { bidder, scores }: DemoCall['bids'][number],
  criterion: string,
  seat: number,
): { readonly score: number; readonly comment: string } {
  const given = scores[criterion]
  const points = given?.points[seat]
  assert(given !== undefined && points !== undefined, `${bidder} is scored by ${criterion}`)
  return { score: points, comment: given.comment }
}
