import { v7 as uuidv7 } from 'uuid'

import type { saveProposal as saveContract, startProposal as startContract } from '@enlace/contracts'
import { insertProposal, saveContent, today } from '@enlace/database'
import { asId, can, Problem, takesProposals, type ProposalId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { challengeFor } from './challenge-for.ts'
import { mayOnTeam, proposalFor } from './proposal-for.ts'

/** Begins a proposal to a challenge that takes some; it stays the firm's own until it is handed in. */
export const startProposal: Handler<typeof startContract> = async ({ tx, actor, params, body, record }) => {
  const { organisationId: supplierId, userId } = actor
  if (!can(actor, 'proposal.write', { organisationId: supplierId }))
    throw new Problem('identity.forbidden', 'Only bidders of a supplying organisation propose.')
  const { id: needId, state, brief, admits, content, organisationId } = await challengeFor(tx, params.id)
  if (!takesProposals({ state, brief: brief?.state ?? null, admits, answerBy: content.answerBy }, await today(tx)))
    throw new Problem('challenge.not-open', 'This challenge takes no proposals now.')
  const id = asId<ProposalId>(uuidv7())
  if (!(await insertProposal(tx, { id, needId, supplierId, content: body, by: userId })))
    throw new Problem('proposal.exists', 'Your firm has a proposal to this challenge already. Write on at that one.')
  await record('proposal.saved', { needId, organisationId, supplierId, proposalId: id })
  return { id }
}

/** Writes on at a proposal while the firm has it. */
export const saveProposal: Handler<typeof saveContract> = async ({ tx, actor, params, body }) => {
  const proposal = await proposalFor(tx, params.id)
  if (!mayOnTeam(actor, proposal, 'proposal.write'))
    throw new Problem('identity.forbidden', 'Only the firms that propose write a proposal.')
  const { stage, handedInAt } = proposal
  if (handedInAt !== null || ['contract', 'stopped', 'withdrawn'].includes(stage))
    throw new Problem('proposal.state', 'The buyer has this proposal now, so it stays as it is.')
  const revision = await saveContent(tx, proposal.id, body.revision, body.content)
  if (revision === null)
    throw new Problem('thing.changed', 'Somebody of your team saved meanwhile. Look at it again before you save.')
  return { revision }
}
