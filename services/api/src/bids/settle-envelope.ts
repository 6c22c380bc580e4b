import type { listBids as listContract, settleEnvelope as contract } from '@enlace/contracts'
import {
  listOpenedBids,
  settleBids,
  settleStage,
  type CallRow,
  type SettledBid,
  type Transaction,
} from '@enlace/database'
import { Problem, type Envelope, type FieldFault } from '@enlace/domain'

import { callFor, heldCallFor } from '../calls/call-for.ts'
import { decideInCall, inCall } from '../calls/decide-in-call.ts'
import type { Handler } from '../http/mount.ts'
import { finalScores, moderationOf } from '../scorecards/moderation.ts'

export const listBids: Handler<typeof listContract> = async ({ tx, params }) => {
  const call = await callFor(tx, params.id, 'read-bids')
  return { items: await listOpenedBids(tx, call.id) }
}

/** Every opened bid must be settled, with a score by each criterion of the envelope, or with why it goes no further. */
function faultsOf(
  call: CallRow,
  envelope: Envelope,
  open: readonly string[],
  given: readonly SettledBid[],
): FieldFault[] {
  const faults: FieldFault[] = []
  const fault = (path: string, code: string, message: string): void =>
    void faults.push({ path: `body.bids.${path}`, code, message })
  const criteria = call.criteria.filter((criterion) => criterion.envelope === envelope)
  if (given.length !== open.length || open.some((id) => !given.some(({ bidId }) => bidId === id)))
    fault('length', 'length', 'Settle each opened bid once.')
  given.forEach(({ passed, reason, scores }, at) => {
    if (!passed && reason.trim() === '') fault(`${at}.reason`, 'too_small', 'Say why this bid goes no further.')
    for (const { key, name, maxScore } of criteria) {
      const own = scores.filter(({ criterion }) => criterion === key)
      if (own.length !== 1) fault(`${at}.scores`, 'length', `Give one score for ${name}.`)
      if (own.some(({ score }) => score > maxScore))
        fault(`${at}.scores`, 'too_big', `${name} is scored from 0 to ${maxScore}.`)
    }
    if (scores.some(({ criterion }) => !criteria.some(({ key }) => key === criterion)))
      fault(`${at}.scores`, 'unknown', 'A score is for no criterion of this envelope.')
  })
  return faults
}

/**
 * What bids are given in the end: what the panel gave and the author moderated, so that nobody types scores past the
 * panel. Only in a plain call, where one person may be all of the panel, its author may type them.
 */
async function givenScores(
  tx: Transaction,
  call: CallRow,
  envelope: Envelope,
  said: readonly SettledBid[],
): Promise<SettledBid[]> {
  const typed = said.findIndex(({ scores }) => scores.length > 0)
  const asked = call.criteria.some((criterion) => criterion.envelope === envelope)
  if (!asked || (call.sealing === 'plain' && typed >= 0)) return [...said]
  if (typed >= 0)
    throw new Problem('input.invalid', 'In a sealed call the panel scores.', [
      { path: `body.bids.${typed}.scores`, code: 'fixed', message: 'Final scores are set in the moderation.' },
    ])
  const moderation = await moderationOf(tx, call, envelope)
  if (!moderation.open)
    throw new Problem('bid.conflict', 'You keep away from one of these bids; another author must end the scoring.')
  const [unscored] = moderation.bids.filter((bid) => bid.unscored)
  if (unscored !== undefined)
    throw new Problem('scorecard.incomplete', `Nobody may score the bid of ${unscored.bidder}; name another evaluator.`)
  const final = finalScores(moderation)
  return said.map((bid) => ({ ...bid, scores: final.get(bid.bidId) ?? [] }))
}

/** Ends the scoring of the open envelope. */
export const settleEnvelope: Handler<typeof contract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'settle')
  if (call.stage !== body.envelope)
    throw new Problem('call.phase', `The envelope that is scored now is: ${call.stage ?? 'none'}.`)
  const bids = await listOpenedBids(tx, call.id)
  const open = bids.filter(({ openings }) =>
    openings.some(({ envelope, fault }) => envelope === body.envelope && (fault === null || fault === 'bid.conflict')),
  )
  const given = await givenScores(tx, call, body.envelope, body.bids)
  const faults = faultsOf(
    call,
    body.envelope,
    open.map(({ id }) => id),
    given,
  )
  if (faults.length > 0) throw new Problem('input.invalid', 'The scores are not complete.', faults)
  await settleBids(tx, call.id, body.envelope, given)
  await settleStage(tx, call.id)
  await decideInCall({ record, audit }, 'call.settled', {
    ...inCall(call),
    envelope: body.envelope,
  })
  return { items: await listOpenedBids(tx, call.id) }
}
