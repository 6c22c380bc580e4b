import type { EventPayload } from '@enlace/contracts'
import {
  endNeed,
  listJoined,
  listLiveProposals,
  lockChallenge,
  moveOn,
  readDeparture,
  readNeed,
  record,
} from '@enlace/database'

import { noEffect, type Effect, type Reaction } from '../reactions/reaction.ts'

/** Calls off a published challenge that its last buyer left; every firm that is still in it reads why. */
const closeIfNobody =
  ({ needId, organisationId, buyerId }: EventPayload<'buyer.left'>): Effect =>
  async (tx) => {
    await lockChallenge(tx, needId)
    if ((await listJoined(tx, needId)).length > 0) return
    if (!(await endNeed(tx, needId, ['published'], 'cancelled'))) return
    const reason = await readDeparture(tx, needId, buyerId)
    for (const { id, supplierId, stage } of await listLiveProposals(tx, needId)) {
      await moveOn(tx, { id, act: 'stop', from: stage, to: 'stopped', byBuyer: true, reason, by: null, days: null })
      const moved = {
        needId,
        organisationId,
        supplierId,
        proposalId: id,
        act: 'stop',
        from: stage,
        to: 'stopped',
      } as const
      await record(tx, 'proposal.moved', moved, { organisationId: null })
    }
    const version = (await readNeed(tx, needId))?.version ?? 0
    await record(tx, 'need.cancelled', { needId, organisationId, version }, { organisationId: null })
  }

export const closeChallenge: Reaction = {
  atOnce: (event) => (event.name === 'buyer.left' ? closeIfNobody(event.payload) : noEffect),
}
