import { v7 as uuidv7 } from 'uuid'

import type { EventPayload } from '@enlace/contracts'
import {
  lockLinkage,
  record,
  startLinkage as start,
  startMetLinkage,
  startProposedLinkage,
  startShownLinkage,
  writeMove,
  type Transaction,
} from '@enlace/database'
import { asId, type LinkageId } from '@enlace/domain'

import { noEffect, type Effect, type Reaction } from '../reactions/reaction.ts'

type Begin = (tx: Transaction, id: LinkageId) => Promise<{ readonly id: LinkageId; readonly fresh: boolean } | null>

/** Begins a linkage where both said yes, in whichever order; a request that waits for its answer has it now. */
const startIfBoth =
  (begin: Begin): Effect =>
  async (tx) => {
    const begun = await begin(tx, asId<LinkageId>(uuidv7()))
    if (begun === null) return
    const linkage = await lockLinkage(tx, begun.id)
    if (linkage === null || (!begun.fresh && linkage.stage !== 'requested')) return
    const move = { kind: 'started', from: linkage.stage, to: 'match', by: null, at: linkage.now.getTime() } as const
    await writeMove(tx, linkage, move, { organisationId: null, userId: null, reason: '' })
    const { buyerId, supplierId } = linkage
    await record(tx, 'linkage.started', { linkageId: begun.id, buyerId, supplierId }, { organisationId: null })
  }

/** By a need: the buyer invited, the supplier is interested. */
const byNeed = ({ needId, supplierId }: EventPayload<'match.answered' | 'match.judged'>): Effect =>
  startIfBoth((tx, id) => start(tx, { id, needId, supplierId }))
/** By an innovation: the supplier shows it, the buyer is interested. */
const byInnovation = ({ innovationId, readerId }: EventPayload<'innovation.answered'>): Effect =>
  startIfBoth((tx, id) => startShownLinkage(tx, { id, innovationId, buyerId: readerId }))
/** By a proposal to a challenge of several buyers: the firm proposed, one of them is interested. */
const byProposal = ({ proposalId, buyerId }: EventPayload<'proposal.answered'>): Effect =>
  startIfBoth((tx, id) => startProposedLinkage(tx, { id, proposalId, buyerId }))

/** By a meeting of a matchday: both wanted it, and it was held. */
const byMeeting = ({ hostId, visitorId }: EventPayload<'meeting.held'>): Effect =>
  startIfBoth((tx, id) => startMetLinkage(tx, { id, buyerId: hostId, supplierId: visitorId }))

export const startLinkage: Reaction = {
  atOnce: (event) => {
    if (event.name === 'match.answered' && event.payload.answer === 'interested') return byNeed(event.payload)
    if (event.name === 'match.judged' && event.payload.verdict === 'invite') return byNeed(event.payload)
    if (event.name === 'innovation.answered' && event.payload.answer === 'interested')
      return byInnovation(event.payload)
    if (event.name === 'proposal.answered' && event.payload.answer === 'interested') return byProposal(event.payload)
    if (event.name === 'meeting.held') return byMeeting(event.payload)
    return noEffect
  },
}
