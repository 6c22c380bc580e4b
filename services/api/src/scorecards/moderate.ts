import type {
  moderateScore as moderateContract,
  readModeration as readContract,
  readPanel as panelContract,
} from '@enlace/contracts'
import { listPanel, listUnscored, storeModerated } from '@enlace/database'
import { needsReason, Problem, scaleFaults } from '@enlace/domain'

import { callFor, heldCallFor } from '../calls/call-for.ts'
import { decideInCall, inCall } from '../calls/decide-in-call.ts'
import type { Handler } from '../http/mount.ts'
import { moderationOf } from './moderation.ts'
import { scoredEnvelope } from './score.ts'

export const readPanel: Handler<typeof panelContract> = async ({ tx, params }) => {
  const call = await callFor(tx, params.id, 'read-bids')
  const { stage } = call
  return stage === null
    ? { envelope: null, panel: [], unscored: [] }
    : {
        envelope: stage,
        panel: await listPanel(tx, call.id, stage),
        unscored: await listUnscored(tx, call.id, stage),
      }
}

export const readModeration: Handler<typeof readContract> = async ({ tx, params }) => {
  const call = await callFor(tx, params.id, 'read-bids')
  if (call.stage === null) throw new Problem('call.phase', 'No envelope was opened yet.')
  return moderationOf(tx, call, call.stage)
}

/** Sets a final score beside the panel's median; who keeps away from one bid leaves moderation to another author. */
export const moderateScore: Handler<typeof moderateContract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'settle')
  const envelope = scoredEnvelope(call)
  const { open, bids, criteria } = await moderationOf(tx, call, envelope)
  if (!open) throw new Problem('bid.conflict', 'You keep away from one of these bids; another author must moderate.')
  const criterion = criteria.find(({ key }) => key === body.criterion)
  const row = bids.find(({ id }) => id === body.bidId)?.criteria.find((one) => one.criterion === body.criterion)
  if (criterion === undefined || row === undefined || row.median === null)
    throw new Problem('thing.not-found', 'The panel scored no such bid by this criterion.')
  const score = body.score ?? row.median
  const faults = scaleFaults(criterion, score, 'body.score')
  if (needsReason({ median: row.median, score, reason: body.reason }))
    faults.push({ path: 'body.reason', code: 'too_small', message: 'Say why it is not the median of the panel.' })
  if (faults.length > 0) throw new Problem('input.invalid', 'This final score cannot stand like this.', faults)
  await storeModerated(tx, call.id, envelope, { ...body, score: score === row.median ? null : score })
  await decideInCall(
    { record, audit },
    'score.moderated',
    { ...inCall(call), envelope },
    { bidId: body.bidId, criterion: body.criterion, score, reason: body.reason },
  )
  return moderationOf(tx, call, envelope)
}
