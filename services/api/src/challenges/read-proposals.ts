import type {
  listOwnProposals as ownContract,
  listProposalReads as readsContract,
  listProposals as listContract,
  ProposalCard,
  readProposal as readContract,
} from '@enlace/contracts'
import {
  listOwnProposals as listOwn,
  listProposalAnswers,
  listReads,
  listSteps,
  readAsOutsider,
  readContent,
  readHandedIn,
  type ProposalRow,
} from '@enlace/database'
import { brokerActs, can, openActs, Problem, type MemberActor, type StageAct } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { absent, challengeFor, ownChallengeFor } from './challenge-for.ts'
import { mayAnswer, mayAsBuyer, proposalFor } from './proposal-for.ts'

type Card = Omit<ProposalCard, 'content'>

/** A proposal without what it says. */
const viewCard = (row: ProposalRow): Card => ({
  id: row.id,
  needId: row.needId,
  supplier: { id: row.supplierId, name: row.supplierName },
  stage: row.stage,
  handedIn: row.handedInAt !== null,
  enteredAt: row.enteredAt,
  handedInAt: row.handedInAt,
  dueAt: row.dueAt,
  submittedAt: row.submittedAt,
})

/** What the actor can do to a proposal as it stands. */
function actsOf(actor: MemberActor, row: ProposalRow): StageAct[] {
  const standing = { stage: row.stage, handedIn: row.handedInAt !== null }
  if (row.leads && can(actor, 'proposal.write', { organisationId: row.supplierId })) return openActs(standing, 'firm')
  if (!mayAsBuyer(actor, row, 'proposal.decide')) return []
  return row.brokerId !== null ? brokerActs(standing) : openActs(standing, 'buyer')
}

export const readProposal: Handler<typeof readContract> = async ({ tx, actor, params }) => {
  const row = await proposalFor(tx, params.id)
  const said = row.onTeam ? await readContent(tx, row.id) : await readAsOutsider(tx, row.id)
  // Who was asked to take part and has not said yes knows of the proposal, not what it says.
  if (said === null) throw absent()
  const { content: need } = await challengeFor(tx, row.needId)
  return {
    ...viewCard(row),
    ...said,
    challengeTitle: need.title,
    language: need.language,
    mine: row.onTeam,
    steps: await listSteps(tx, row.id),
    brokered: row.brokerId !== null,
    answers: row.brokerId !== null ? await listProposalAnswers(tx, row.id) : [],
    mayAnswer: mayAnswer(actor, row) && row.stage !== 'stopped' && row.stage !== 'withdrawn',
    acts: actsOf(actor, row),
  }
}

export const listProposals: Handler<typeof listContract> = async ({ tx, actor, params, query }) => {
  const { id } = await ownChallengeFor(tx, actor, params.id, 'proposal.read')
  const rows = await readHandedIn(tx, id, query.query === '' ? 'list' : 'search', query.query)
  return { items: rows.map(({ content, ...row }) => ({ ...viewCard(row), content })) }
}

export const listOwnProposals: Handler<typeof ownContract> = async ({ tx, actor }) => {
  if (!can(actor, 'proposal.read', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Your role sees no proposals.')
  const rows = await listOwn(tx)
  return {
    items: rows.map((row) => ({
      ...viewCard(row),
      title: row.title,
      challengeTitle: row.challengeTitle,
      asked: row.asked,
    })),
  }
}

export const listProposalReads: Handler<typeof readsContract> = async ({ tx, params, query }) => {
  const { id, onTeam } = await proposalFor(tx, params.id)
  if (!onTeam) throw new Problem('identity.forbidden', 'Only the firms that propose see who read their proposal.')
  const before = fromCursor(query.cursor, { readAt: 'string', id: 'string' })
  const rows = await listReads(tx, id, { before, limit: query.limit + 1 })
  return cutPage(rows, query.limit, (last) => ({ readAt: last.readAt, id: last.id }))
}
