import { v7 as uuidv7 } from 'uuid'

import type { EventPayload } from '@enlace/contracts'
import { insertValue, linkByCall, lockLinkage, readWon, record, writeMove } from '@enlace/database'
import { asId, assert, type LinkageId } from '@enlace/domain'

import { noEffect, type Effect, type Reaction } from '../reactions/reaction.ts'

/** Enters the contract of a closed call among the linkages, with the winner's price as what the buyer states; the supplier confirms it there. */
const enterContract =
  ({ callId }: EventPayload<'call.closed'>): Effect =>
  async (tx) => {
    const won = await readWon(tx, callId)
    if (won === null) return
    const { buyerId, supplierId, amountMinor, currency } = won
    const id = await linkByCall(tx, { id: asId<LinkageId>(uuidv7()), callId, buyerId, supplierId })
    const linkage = await lockLinkage(tx, id)
    assert(linkage !== null, 'a linkage begun in this transaction is there')
    if (linkage.stage !== 'repeat') {
      const to = linkage.stage === 'contract' ? 'repeat' : 'contract'
      const move = { kind: 'stepped', from: linkage.stage, to, by: null, at: linkage.now.getTime() } as const
      await writeMove(tx, linkage, move, { organisationId: null, userId: null, reason: '' })
    }
    if (amountMinor !== null)
      await insertValue(
        tx,
        id,
        { organisationId: buyerId, userId: null },
        { of: 'contract', year: null, callId, amountMinor, currency },
      )
    await record(tx, 'linkage.started', { linkageId: id, buyerId, supplierId }, { organisationId: null })
  }

export const openContract: Reaction = {
  atOnce: (event) => (event.name === 'call.closed' ? enterContract(event.payload) : noEffect),
}
