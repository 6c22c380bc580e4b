import type {
  commentOnProposal as commentContract,
  inviteToTeam as inviteContract,
  joinTeam as joinContract,
  leaveTeam as leaveContract,
  readTeam as readContract,
  TeamView,
} from '@enlace/contracts'
import {
  acceptTeam,
  deleteTeamMember,
  insertComment,
  insertTeamMember,
  listComments,
  listTeamMembers,
  meetOrganisation,
  type ProposalRow,
  type Transaction,
} from '@enlace/database'
import { can, Problem, type MemberActor } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent } from './challenge-for.ts'
import { proposalFor } from './proposal-for.ts'

const own = (members: TeamView['members'], actor: MemberActor): TeamView['members'][number] | undefined =>
  members.find(({ organisation }) => organisation.id === actor.organisationId)

async function viewTeam(tx: Transaction, actor: MemberActor, row: ProposalRow): Promise<TeamView> {
  const members = await listTeamMembers(tx, row.id)
  const mine = own(members, actor)
  return {
    needId: row.needId,
    lead: { id: row.supplierId, name: row.supplierName },
    leads: row.leads,
    part: mine?.part ?? null,
    accepted: row.leads || (mine?.acceptedAt ?? null) !== null,
    members,
    comments: await listComments(tx, row.id),
  }
}

/** The proposal, if the actor takes part in it or was asked to; its buyer has no business with its team. */
async function teamFor(tx: Transaction, actor: MemberActor, id: ProposalRow['id']): Promise<ProposalRow> {
  const row = await proposalFor(tx, id)
  if (!row.leads && own(await listTeamMembers(tx, id), actor) === undefined)
    throw new Problem('identity.forbidden', 'Only those who propose and coach see the team of a proposal.')
  return row
}
const asLead = (actor: MemberActor, row: ProposalRow): void => {
  if (!row.leads || !can(actor, 'proposal.write', { organisationId: row.supplierId }))
    throw new Problem('identity.forbidden', 'Only its leading firm says who takes part in a proposal.')
}

export const readTeam: Handler<typeof readContract> = async ({ tx, actor, params }) =>
  viewTeam(tx, actor, await teamFor(tx, actor, params.id))

export const inviteToTeam: Handler<typeof inviteContract> = async ({ tx, actor, params, body, record }) => {
  const row = await teamFor(tx, actor, params.id)
  asLead(actor, row)
  const asked = await meetOrganisation(tx, body.organisationId)
  if (asked === null) throw absent()
  const kinds = body.part === 'coach' ? ['agency', 'expert'] : ['supplier', 'expert']
  if (!kinds.includes(asked.kind) || asked.id === row.supplierId)
    throw new Problem('team.kind', 'Firms and research bodies propose together; agencies and experts coach.')
  await insertTeamMember(tx, row.id, asked.id, body.part)
  await record('team.asked', { ...idsOf(row), memberId: asked.id })
  return viewTeam(tx, actor, row)
}

const idsOf = ({ id, needId, supplierId }: ProposalRow) => ({ proposalId: id, needId, supplierId })

/** Says yes; whoever acts for a firm, an agency or an expert may, as for the terms of a challenge. */
export const joinTeam: Handler<typeof joinContract> = async ({ tx, actor, params, record }) => {
  const row = await teamFor(tx, actor, params.id)
  if (row.leads || !can(actor, 'terms.accept', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Your role does not bind your organisation to a team.')
  if (!(await acceptTeam(tx, row.id, actor.organisationId))) throw absent()
  await record('team.changed', { ...idsOf(row), memberId: actor.organisationId })
  return viewTeam(tx, actor, await proposalFor(tx, row.id))
}

export const leaveTeam: Handler<typeof leaveContract> = async ({ tx, actor, params, record }) => {
  const row = await teamFor(tx, actor, params.id)
  if (params.organisationId !== actor.organisationId) asLead(actor, row)
  if (!(await deleteTeamMember(tx, row.id, params.organisationId))) throw absent()
  await record('team.changed', { ...idsOf(row), memberId: params.organisationId })
  return undefined
}

export const commentOnProposal: Handler<typeof commentContract> = async ({ tx, actor, params, body, record }) => {
  const row = await teamFor(tx, actor, params.id)
  const member = own(await listTeamMembers(tx, row.id), actor)
  const coaches = member?.part === 'coach' && member.acceptedAt !== null
  // A mock review is a coach's; a team that answers comments.
  if (body.kind === 'mock-review' ? !coaches : !coaches && !row.onTeam)
    throw new Problem('identity.forbidden', 'Only its team and its coaches speak about a proposal here.')
  const mark = body.kind === 'mock-review' ? body.mark : null
  await insertComment(tx, row.id, { kind: body.kind, text: body.text, mark }, actor)
  await record('team.changed', { ...idsOf(row), memberId: actor.organisationId })
  return viewTeam(tx, actor, row)
}
