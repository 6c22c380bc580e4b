import type { carryAward as contract } from '@enlace/contracts'
import { holdProposalOf, listOpenedBids, lockChallenge, markCarried } from '@enlace/database'
import { assert, awardedAct, can, Problem } from '@enlace/domain'

import { heldCallFor } from '../calls/call-for.ts'
import { decideInCall, inCall } from '../calls/decide-in-call.ts'
import { moveHeld, standingOf } from '../challenges/move-proposal.ts'
import type { Handler } from '../http/mount.ts'
import { readDecision as read } from './decision.ts'

/**
 * Carries a final award over to the challenge, once and whole: each bidder's proposal moves as the table of stages lets its
 * buyer move it, with what its debrief says as the reason.
 */
export const carryAward: Handler<typeof contract> = async (given) => {
  const { tx, actor, params } = given
  const call = await heldCallFor(tx, params.id, 'carry')
  const { needId, cluster, organisationId } = call
  if (needId === null || cluster === null)
    throw new Problem('thing.not-found', 'This call belongs to no cluster of a challenge.')
  if (!can(actor, 'proposal.decide', { organisationId }))
    throw new Problem('identity.forbidden', 'Your role does not decide on proposals.')
  const { award, view } = await read(tx, call)
  assert(award !== null, 'a decided call has an award')
  if (view.owed.length > 0)
    throw new Problem('award.debriefs', `${view.owed.length} who bid have no debrief yet, which says why.`)
  if (!(await markCarried(tx, award.id))) throw new Problem('award.carried', 'This award was carried over already.')
  await lockChallenge(tx, needId)
  const bids = await listOpenedBids(tx, call.id)
  let moves = 0
  for (const { bidId, won, reasons } of view.debriefs) {
    const bidder = bids.find(({ id }) => id === bidId)?.bidder
    const proposal = bidder === undefined ? null : await holdProposalOf(tx, needId, bidder.id)
    if (proposal === null && won)
      throw new Problem('proposal.state', 'Who won has handed in no proposal to this challenge yet.')
    const act = proposal === null ? null : awardedAct(standingOf(proposal), won)
    if (proposal === null || act === null) continue
    await moveHeld(given, proposal, { act, by: 'buyer', reason: reasons })
    moves += 1
  }
  await decideInCall(given, 'award.carried', inCall(call), { clusterId: cluster.id, moves })
  return (await read(tx, call)).view
}
