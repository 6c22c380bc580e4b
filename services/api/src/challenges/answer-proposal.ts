import type { answerProposal as contract } from '@enlace/contracts'
import { isBlockedLinkage, keepProposalAnswer, listProposalAnswers, lockChallenge } from '@enlace/database'
import { assert, checkProposalAnswer, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { mayAnswer, proposalFor } from './proposal-for.ts'

/** Keeps what one of several buyers says of a proposal; its firm alone reads it, and interest begins a linkage of the two. */
export const answerProposal: Handler<typeof contract> = async ({ tx, actor, params, body, record, audit }) => {
  const seen = await proposalFor(tx, params.id)
  if (!mayAnswer(actor, seen))
    throw new Problem('identity.forbidden', 'Only a buyer that joined the challenge answers its proposals.')
  await lockChallenge(tx, seen.needId)
  const proposal = await proposalFor(tx, params.id)
  checkProposalAnswer(proposal, body.answer, body.reason)
  const { id, needId, brokerId, supplierId } = proposal
  assert(brokerId !== null, 'buyers join challenges of an agency')
  if (body.answer === 'interested' && (await isBlockedLinkage(tx, actor.organisationId, supplierId)))
    throw new Problem('linkage.blocked', 'One of you closed the room to the other.')
  await keepProposalAnswer(tx, id, { ...body, by: actor.userId })
  const buyerId = actor.organisationId
  await record('proposal.answered', {
    ...{ needId, organisationId: brokerId, supplierId, proposalId: id, buyerId },
    answer: body.answer,
  })
  await audit('proposal.answered', { needId, proposalId: id }, { answer: body.answer })
  const own = (await listProposalAnswers(tx, id)).find(({ mine }) => mine)
  assert(own !== undefined, 'an answer that was kept is there')
  return own
}
