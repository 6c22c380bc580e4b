import { readProposal, type ProposalRow, type Transaction } from '@enlace/database'
import { can, type Action, type MemberActor, type ProposalId } from '@enlace/domain'
import { absent } from './challenge-for.ts'

/** The proposal, if the actor may know of it; `lock` holds it until the transaction ends. */
export async function proposalFor(tx: Transaction, id: ProposalId, lock = false): Promise<ProposalRow> {
  const proposal = await readProposal(tx, id, lock)
  if (proposal === null) throw absent()
  return proposal
}

/** Whether the actor may do this as a member of the team that proposes. */
export const mayOnTeam = (actor: MemberActor, { supplierId, onTeam }: ProposalRow, action: Action): boolean =>
  onTeam && can(actor, action, { organisationId: supplierId, relatedIds: [actor.organisationId] })

/** Whether the actor may answer it as one of the several buyers that joined its challenge. */
export const mayAnswer = (actor: MemberActor, { joined, brokerId }: ProposalRow): boolean =>
  joined && can(actor, 'proposal.answer', { organisationId: brokerId, relatedIds: [actor.organisationId] })

/** Whether the actor may do this as the buyer that the proposal was handed in to, or as the agency that screens it for several. */
export const mayAsBuyer = (actor: MemberActor, { owns }: ProposalRow, action: Action): boolean =>
  owns && can(actor, action, { organisationId: actor.organisationId })
