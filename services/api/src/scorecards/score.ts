import type {
  declareInterests as declareContract,
  listScoring as listContract,
  readScorecard as readContract,
  scoreBid as scoreContract,
  Scorecard,
  submitScorecard as submitContract,
} from '@enlace/contracts'
import {
  insertCard,
  listScoringWork,
  readCard,
  storeDeclaration,
  storeScore,
  type CallRow,
  type Transaction,
} from '@enlace/database'
import { assert, cardFaults, Problem, scaleFaults, type Envelope } from '@enlace/domain'

import { callFor, denied, heldCallFor } from '../calls/call-for.ts'
import { decideInCall, inCall } from '../calls/decide-in-call.ts'
import type { Handler } from '../http/mount.ts'

export const listScoring: Handler<typeof listContract> = ({ tx }) => listScoringWork(tx)

/** The envelope of a call whose bids are, or were last, scored. */
export function scoredEnvelope({ stage }: CallRow): Envelope {
  assert(stage !== null, 'bids are scored after an opening')
  return stage
}

async function cardOf(tx: Transaction, call: CallRow): Promise<Scorecard> {
  const envelope = scoredEnvelope(call)
  const { id: callId, title, sealing, currency, lots, fields, criteria } = call
  return {
    ...(await readCard(tx, callId, envelope)),
    callId,
    title,
    sealing,
    envelope,
    currency,
    lots: lots.map((lot) => lot.title),
    fields: fields.filter((field) => field.envelope === envelope),
    criteria: criteria.filter((criterion) => criterion.envelope === envelope),
  }
}

/** The card of an evaluator who may still write on it; `declared` or not is for the caller to ask. */
async function openCard(tx: Transaction, call: CallRow): Promise<Scorecard> {
  const card = await cardOf(tx, call)
  if (card.submittedAt !== null)
    throw denied(call, new Problem('scorecard.final', 'Your card is handed in, and final.'))
  return card
}

export const readScorecard: Handler<typeof readContract> = async ({ tx, params }) =>
  cardOf(tx, await callFor(tx, params.id, 'score'))

/** Says of which bids one is not free; only then, and but for those, one reads them. */
export const declareInterests: Handler<typeof declareContract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'score')
  const { bids } = await openCard(tx, call)
  const strange = body.conflicts.findIndex(({ bidId }) => !bids.some(({ id }) => id === bidId))
  if (strange >= 0)
    throw new Problem('input.invalid', 'A bid that is named is none of this call.', [
      { path: `body.conflicts.${strange}.bidId`, code: 'unknown', message: 'There is no such bid.' },
    ])
  await storeDeclaration(tx, call.id, body.conflicts)
  await decideInCall({ record, audit }, 'interests.declared', inCall(call), { conflicts: body.conflicts.length })
  return cardOf(tx, call)
}

/** Scores a bid by a criterion. */
export const scoreBid: Handler<typeof scoreContract> = async ({ tx, params, body }) => {
  const call = await heldCallFor(tx, params.id, 'score')
  const { declared, bids, criteria, envelope } = await openCard(tx, call)
  if (!declared) throw new Problem('scorecard.undeclared', 'Say first of which bidders you are not free.')
  const bid = bids.find(({ id }) => id === body.bidId)
  const criterion = criteria.find(({ key }) => key === body.criterion)
  if (bid === undefined || criterion === undefined)
    throw new Problem('thing.not-found', 'This envelope has no such bid or criterion.')
  if (bid.conflict !== null)
    throw denied(call, new Problem('bid.conflict', 'You keep away from this bid, so you do not score it.'))
  const faults = scaleFaults(criterion, body.score, 'body.score')
  if (faults.length > 0) throw denied(call, new Problem('input.invalid', 'The score is outside its scale.', faults))
  await storeScore(tx, call.id, envelope, body)
  return body
}

/** Hands the card in: a score with its comment for each bid and criterion, but for bids one keeps away from. */
export const submitScorecard: Handler<typeof submitContract> = async ({ tx, params, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'score')
  const { declared, bids, criteria, envelope } = await openCard(tx, call)
  if (!declared) throw new Problem('scorecard.undeclared', 'Say first of which bidders you are not free.')
  const free = bids.filter(({ conflict }) => conflict === null)
  const faults = cardFaults(
    criteria,
    free.map(({ id, bidder }) => ({ id, name: bidder })),
    free.flatMap(({ id, scores }) => scores.map((score) => ({ ...score, bidId: id }))),
  )
  if (faults.length > 0) throw new Problem('scorecard.incomplete', 'The card is not complete.', faults)
  if (!(await insertCard(tx, call.id, envelope)))
    throw new Problem('scorecard.final', 'Your card is handed in, and final.')
  await decideInCall({ record, audit }, 'scorecard.submitted', { ...inCall(call), envelope })
  return cardOf(tx, call)
}
