import type { Endpoint, moveProposal as contract } from '@enlace/contracts'
import {
  keepHandedIn,
  lockChallenge,
  moveOn,
  readContent,
  today,
  type ProposalRow,
  type Transaction,
} from '@enlace/database'
import {
  brokerActs,
  can,
  checkHandIn,
  daysOf,
  moved,
  Problem,
  proposalText,
  takesProposals,
  type MemberActor,
  type ProposalStanding,
  type StageAct,
} from '@enlace/domain'

import type { Call, Handler } from '../http/mount.ts'
import { absent, challengeFor } from './challenge-for.ts'
import { stampOf } from './challenge-view.ts'
import { mayAsBuyer, proposalFor } from './proposal-for.ts'

/** Moves a proposal by its table: handed in or withdrawn by its firm, taken on or stopped with a reason by its buyer. */
export const moveProposal: Handler<typeof contract> = async (given) => {
  const { tx, actor, params, body } = given
  const seen = await proposalFor(tx, params.id)
  const leads = seen.leads && can(actor, 'proposal.write', { organisationId: seen.supplierId })
  if (!leads && !mayAsBuyer(actor, seen, 'proposal.decide'))
    throw new Problem('identity.forbidden', 'Only its leading firm and its buyer move a proposal.')
  await lockChallenge(tx, seen.needId)
  const proposal = await proposalFor(tx, params.id, true)
  const by = leads ? 'firm' : 'buyer'
  if (proposal.stage !== body.stage)
    throw new Problem('proposal.state', 'This proposal is in another stage by now. Look at it again.')
  return moveHeld(given, proposal, { act: body.act, by, reason: body.reason })
}

export const standingOf = ({ stage, handedInAt }: ProposalRow): ProposalStanding => ({
  stage,
  handedIn: handedInAt !== null,
})

type Move = { readonly act: StageAct; readonly by: 'firm' | 'buyer'; readonly reason: string }

/** Moves a proposal that is held with its challenge, tells of it and writes it into the audit log; where it stands then. */
export async function moveHeld(
  { tx, actor, record, audit }: Pick<Call<Endpoint>, 'tx' | 'record' | 'audit'> & { readonly actor: MemberActor },
  proposal: ProposalRow,
  { act, by, reason }: Move,
): Promise<ProposalStanding> {
  const standing = standingOf(proposal)
  if (by === 'buyer' && proposal.brokerId !== null && !brokerActs(standing).includes(act))
    throw new Problem('proposal.state', 'Past the screening each buyer decides for itself; the agency does not.')
  const to = moved(standing, act, by, reason)
  const days = act === 'hand-in' ? await handIn(tx, proposal) : null
  await moveOn(tx, {
    id: proposal.id,
    act,
    from: proposal.stage,
    to: to.stage,
    byBuyer: by === 'buyer',
    reason,
    by: actor.userId,
    days,
  })
  const { organisationId } = await challengeFor(tx, proposal.needId)
  await record('proposal.moved', {
    needId: proposal.needId,
    organisationId,
    supplierId: proposal.supplierId,
    proposalId: proposal.id,
    act,
    from: proposal.stage,
    to: to.stage,
  })
  await audit('proposal.moved', { needId: proposal.needId, proposalId: proposal.id }, { act, to: to.stage })
  return to
}

/** Keeps what is handed in with its stamp; @returns the days the buyer gave itself to decide. */
async function handIn(tx: Transaction, { id, needId, stage, submittedAt }: ProposalRow): Promise<number | null> {
  const { state, brief, admits, content } = await challengeFor(tx, needId)
  const open = takesProposals(
    { state, brief: brief?.state ?? null, admits, answerBy: content.answerBy },
    await today(tx),
  )
  // What was handed in once goes on when the challenge takes no more, unless it was called off.
  if (brief === null || (submittedAt === null ? !open : state === 'cancelled'))
    throw new Problem('challenge.not-open', 'This challenge takes no proposals now.')
  const said = await readContent(tx, id)
  if (said === null) throw absent()
  checkHandIn(stage, said.content)
  await keepHandedIn(tx, id, stampOf(proposalText(id, said.content)))
  return daysOf(stage, brief.content.stageDays)
}
