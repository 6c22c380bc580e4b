import type {
  addMilestone as addContract,
  checkBenefit as checkContract,
  confirmMilestone as confirmContract,
  MilestonesView,
  readMilestones as readContract,
  readPortfolio as portfolioContract,
} from '@enlace/contracts'
import {
  confirmMilestone as confirm,
  insertMilestone,
  keepBenefitCheck,
  listMilestones,
  listPortfolio,
  readBenefitCheck,
  type ProposalRow,
  type Transaction,
} from '@enlace/database'
import { can, Problem, worthOf, type MemberActor, type Stage } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, challengeFor } from './challenge-for.ts'
import { mayAsBuyer, proposalFor } from './proposal-for.ts'

const paidStages: readonly Stage[] = ['pilot', 'test-site', 'contract']

function sideOf(actor: MemberActor, row: ProposalRow): MilestonesView['side'] {
  if (row.leads && can(actor, 'proposal.write', { organisationId: row.supplierId })) return 'firm'
  return mayAsBuyer(actor, row, 'proposal.decide') ? 'buyer' : null
}

async function viewMilestones(tx: Transaction, actor: MemberActor, row: ProposalRow): Promise<MilestonesView> {
  return {
    items: await listMilestones(tx, row.id),
    side: sideOf(actor, row),
    check: await readBenefitCheck(tx, row.id),
  }
}

/** The proposal, if its buyer may pay for it and it has come to a pilot. */
async function paidFor(tx: Transaction, actor: MemberActor, id: ProposalRow['id']): Promise<ProposalRow> {
  const row = await proposalFor(tx, id)
  if (!mayAsBuyer(actor, row, 'proposal.decide'))
    throw new Problem('identity.forbidden', 'Only its buyer sets milestones and checks the benefit.')
  if (!paidStages.includes(row.stage))
    throw new Problem('proposal.state', 'Milestones and the benefit belong to the pilot and what follows it.')
  return row
}

export const readMilestones: Handler<typeof readContract> = async ({ tx, actor, params }) => {
  const row = await proposalFor(tx, params.id)
  if (!row.onTeam && !mayAsBuyer(actor, row, 'proposal.read'))
    throw new Problem('identity.forbidden', 'Only its team and its buyer see the milestones of a proposal.')
  return viewMilestones(tx, actor, row)
}

export const addMilestone: Handler<typeof addContract> = async ({ tx, actor, params, body, record }) => {
  const row = await paidFor(tx, actor, params.id)
  await insertMilestone(tx, row.id, body)
  await record('milestones.changed', await idsOf(tx, row))
  return viewMilestones(tx, actor, row)
}

export const confirmMilestone: Handler<typeof confirmContract> = async ({ tx, actor, params, record }) => {
  const row = await proposalFor(tx, params.id)
  const side = sideOf(actor, row)
  if (side === null) throw new Problem('identity.forbidden', 'Only its leading firm and its buyer confirm milestones.')
  if (!(await confirm(tx, row.id, params.milestoneId, side))) throw absent()
  await record('milestones.changed', await idsOf(tx, row))
  return viewMilestones(tx, actor, row)
}

export const checkBenefit: Handler<typeof checkContract> = async ({ tx, actor, params, body, record }) => {
  const row = await paidFor(tx, actor, params.id)
  await keepBenefitCheck(tx, row.id, { ...body, by: actor.userId })
  await record('milestones.changed', await idsOf(tx, row))
  return viewMilestones(tx, actor, row)
}

const idsOf = async (tx: Transaction, { id, needId, supplierId }: ProposalRow) => {
  const { organisationId } = await challengeFor(tx, needId)
  return { proposalId: id, needId, supplierId, organisationId }
}

export const readPortfolio: Handler<typeof portfolioContract> = async ({ tx, actor }) => {
  if (!can(actor, 'portfolio.read', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only buyers have a portfolio of challenges.')
  const rows = await listPortfolio(tx)
  return { items: rows.map(({ money, ...row }) => ({ ...row, worth: worthOf(money) })) }
}
