import { v7 as uuidv7 } from 'uuid'

import type { EventPayload } from '@enlace/contracts'
import { lockLinkage, record, startLinkage as start, writeMove } from '@enlace/database'
import { asId, type LinkageId } from '@enlace/domain'

import { noEffect, type Effect, type Reaction } from '../reactions/reaction.ts'

/** Begins a linkage where both said yes, in whichever order; a request that waits for its answer has it now. */
const startIfBoth =
  ({ needId, supplierId }: EventPayload<'match.answered' | 'match.judged'>): Effect =>
  async (tx) => {
    const begun = await start(tx, { id: asId<LinkageId>(uuidv7()), needId, supplierId })
    if (begun === null) return
    const linkage = await lockLinkage(tx, begun.id)
    if (linkage === null || (!begun.fresh && linkage.stage !== 'requested')) return
    const move = { kind: 'started', from: linkage.stage, to: 'match', by: null, at: linkage.now.getTime() } as const
    await writeMove(tx, linkage, move, { organisationId: null, userId: null, reason: '' })
    const { buyerId } = linkage
    await record(tx, 'linkage.started', { linkageId: begun.id, buyerId, supplierId }, { organisationId: null })
  }

export const startLinkage: Reaction = {
  atOnce: (event) => {
    if (event.name === 'match.answered' && event.payload.answer === 'interested') return startIfBoth(event.payload)
    if (event.name === 'match.judged' && event.payload.verdict === 'invite') return startIfBoth(event.payload)
    return noEffect
  },
}
