import { asSystem } from '@enlace/database'
import { asId, blankProposal, termsSections, usualStageDays, type NeedId, type ProposalId } from '@enlace/domain'
import { needContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { at, missing, plain, type Ask, type Asks } from './tenancy-ask.ts'
import type { World } from './tenancy-world.ts'

export const brief = {
  theme: 'water',
  baseline: 'canary-brief: haul roads take 1,200 m3 a day.',
  question: 'How can dust be kept down with half the water?',
  specification: '',
  money: null,
  measures: [{ aspect: 'safety', text: 'Injuries', unit: 'a year', baseline: 4, target: 0 }],
  budget: null,
  stageDays: usualStageDays,
} as const
const content = { ...blankProposal, title: 'canary-proposal', summary: 'Fog instead of water.' }

type Variant = 'draft' | 'open' | 'invited'
/** A new challenge of the buyer, with a brief that its board approved once it is published. */
export async function challengeOf(world: World, variant: Variant): Promise<NeedId> {
  const id = await world.need(variant)
  await asSystem(world.api.system, async (tx) => {
    const title = variant === 'open' ? 'Dust' : `canary-${variant}`
    const kind = JSON.stringify({
      ...needContent({ title, kind: 'challenge' }),
      confidentiality: variant === 'invited' ? 'invited' : 'open',
    })
    await tx.execute(sql`update needs set content = ${kind}::jsonb where id = ${id}`)
    await tx.execute(sql`
      insert into challenge_briefs (need_id, organisation_id, state, content, quorum, author_id)
      values (${id}, ${world.organisations.buyer}, ${variant === 'draft' ? 'screening' : 'approved'}, ${JSON.stringify(brief)}::jsonb, 1, ${world.member})`)
  })
  return id
}

/** A proposal of the supplier to an open challenge of the buyer, handed in. */
export async function proposalOf(world: World, needId?: NeedId): Promise<ProposalId> {
  const id = asId<ProposalId>(uuidv7())
  const challenge = needId ?? (await challengeOf(world, 'open'))
  await asSystem(world.api.system, async (tx) => {
    await tx.execute(sql`
      insert into proposals (id, need_id, supplier_id, handed_in_at, due_at, submitted_at)
      values (${id}, ${challenge}, ${world.organisations.supplier}, clock_timestamp(), clock_timestamp() + interval '1 day', clock_timestamp())`)
    const said = JSON.stringify(content)
    await tx.execute(
      sql`insert into proposal_contents (proposal_id, content, handed) values (${id}, ${said}::jsonb, ${said}::jsonb)`,
    )
  })
  return id
}

const challenges = (rest: string, body?: object): Asks => ({
  ...Object.fromEntries(
    (['draft', 'open', 'invited'] as const).map((variant) => [
      variant,
      async (world: World) => at(`/api/challenges/${await challengeOf(world, variant)}${rest}`, body),
    ]),
  ),
  missing: () => at(`/api/challenges/${missing}${rest}`, body),
})
const proposals = (rest: string, body?: object): Asks => ({
  'of the supplier': async (world) => at(`/api/proposals/${await proposalOf(world)}${rest}`, body),
  missing: () => at(`/api/proposals/${missing}${rest}`, body),
})
const proposedTo = async (world: World, rest: string): Promise<Ask> => {
  const needId = await challengeOf(world, 'open')
  await proposalOf(world, needId)
  return at(`/api/challenges/${needId}${rest}`)
}

/** An open challenge of the buyer for which the supplier is prescreened, by the agency too, and is in a cluster where asked. */
export async function candidateOf(
  world: World,
  clustered = false,
): Promise<{ needId: NeedId; clusterId: string; actionId: string }> {
  const needId = await challengeOf(world, 'open')
  const { supplier, agency } = world.organisations
  const [clusterId, actionId] = [uuidv7(), uuidv7()]
  await asSystem(world.api.system, async (tx) => {
    await tx.execute(sql`insert into challenge_reviewers (need_id, organisation_id) values (${needId}, ${agency})`)
    if (clustered)
      await tx.execute(
        sql`insert into challenge_clusters (id, need_id, name) values (${clusterId}, ${needId}, 'canary-cluster')`,
      )
    await tx.execute(
      sql`insert into challenge_candidates (need_id, supplier_id, cluster_id) values (${needId}, ${supplier}, ${clustered ? clusterId : null}::uuid)`,
    )
    await tx.execute(sql`
      insert into challenge_reviews (need_id, supplier_id, side, speed, potential, commitment, note, user_id)
      values (${needId}, ${supplier}, 'buyer', 3, 4, 5, 'canary-view', ${world.member})`)
    await tx.execute(sql`
      insert into competence_actions (id, need_id, supplier_id, area, text, cost_minor, currency, buyer_percent)
      values (${actionId}, ${needId}, ${supplier}, 'strategy', 'canary-action', 1000, 'USD', 70)`)
  })
  return { needId, clusterId, actionId }
}
const candidates = (
  rest: (world: World, made: { clusterId: string; actionId: string }) => string,
  body?: object,
  clustered = false,
): Asks => ({
  open: async (world) => {
    const made = await candidateOf(world, clustered)
    return at(`/api/challenges/${made.needId}${rest(world, made)}`, body)
  },
  missing: (world) => at(`/api/challenges/${missing}${rest(world, { clusterId: missing, actionId: missing })}`, body),
})
const texts = Object.fromEntries(termsSections.map((section) => [section, 'Said so.']))
const stamp = 'a'.repeat(64)
/** An open challenge of the buyer with terms, a confidential part and something it knew before. */
const termedOf = (rest: (ids: { entryId: string }) => string, body?: object): Asks => ({
  open: async (world) => {
    const needId = await challengeOf(world, 'open')
    const entryId = uuidv7()
    const { member } = world
    await asSystem(world.api.system, async (tx) => {
      await tx.execute(sql`
        insert into challenge_terms (need_id, version, template, tier, language, sections, stamp, set_by)
        values (${needId}, 1, 'kept', 'organisation', 'en', ${JSON.stringify(texts)}::jsonb, ${stamp}, ${member})`)
      await tx.execute(sql`insert into challenge_annexes (need_id, text) values (${needId}, 'canary-annex')`)
      await tx.execute(
        sql`insert into prior_knowledge (id, need_id, title, stamp, deposited_by) values (${entryId}, ${needId}, 'Fog', ${stamp}, ${member})`,
      )
      await tx.execute(
        sql`insert into prior_statements (id, need_id, salt, statement) values (${entryId}, ${needId}, 'x', 'canary-knew')`,
      )
    })
    return at(`/api/challenges/${needId}${rest({ entryId })}`, body)
  },
  missing: () => at(`/api/challenges/${missing}${rest({ entryId: missing })}`, body),
})
const ofSupplier =
  (rest = '') =>
  (world: World) =>
    `/candidates/${world.organisations.supplier}${rest}`
const mark = { speed: 1, potential: 2, commitment: 3 }
const action = { area: 'strategy', text: 'A plan', cost: { amountMinor: 100, currency: 'USD' }, buyerPercent: 50 }

/** How operations of challenges and proposals are asked. */
export const challengeAsks: Readonly<Record<string, Asks>> = {
  listChallenges: plain('/api/challenges'),
  readChallenge: challenges(''),
  saveBrief: challenges('/brief', { content: brief, quorum: 1, revision: 9 }),
  submitBrief: challenges('/screening', { revision: 9 }),
  voteOnBrief: challenges('/vote', { yes: true, reason: 'It pays.', version: 1 }),
  listCandidates: {
    'own or another’s': async (world) => at(`/api/challenges/${(await candidateOf(world)).needId}/candidates`),
    clustered: async (world) => at(`/api/challenges/${(await candidateOf(world, true)).needId}/candidates`),
    missing: () => at(`/api/challenges/${missing}/candidates`),
  },
  listReviewers: plain('/api/reviewers'),
  nameReviewer: {
    open: async (world) =>
      at(`/api/challenges/${(await candidateOf(world)).needId}/reviewer`, { organisationId: world.organisations.idle }),
    missing: (world) => at(`/api/challenges/${missing}/reviewer`, { organisationId: world.organisations.idle }),
  },
  addCandidate: candidates(ofSupplier()),
  removeCandidate: candidates(ofSupplier()),
  reviewCandidate: candidates(ofSupplier('/review'), mark),
  formCluster: candidates(() => '/clusters', { name: 'One', supplierIds: [] }),
  dissolveCluster: candidates((_world, { clusterId }) => `/clusters/${clusterId}`, undefined, true),
  addAction: candidates(ofSupplier('/actions'), action, true),
  finishAction: candidates((_world, { actionId }) => `/actions/${actionId}`, { done: true }, true),
  readTerms: termedOf(() => '/terms'),
  setTerms: termedOf(() => '/terms', { template: 'kept', tier: 'person', language: 'en', sections: texts, version: 0 }),
  setAnnex: termedOf(() => '/annex', { text: 'canary-annex' }),
  acceptTerms: termedOf(() => '/terms/acceptance', { version: 1, stamp: 'b'.repeat(64) }),
  readLockbox: termedOf(() => '/lockbox'),
  depositKnowledge: termedOf(() => '/lockbox', { title: 'Fog', statement: 'canary-knew' }),
  revealKnowledge: {
    open: async (world) => at(`/api/challenges/${await challengeOf(world, 'open')}/lockbox/${missing}/reveal`, {}),
    missing: () => at(`/api/challenges/${missing}/lockbox/${missing}/reveal`, {}),
  },
  startProposal: challenges('/proposals', content),
  listProposals: {
    open: (world) => proposedTo(world, '/proposals'),
    missing: () => at(`/api/challenges/${missing}/proposals`),
  },
  exportProposals: {
    open: (world) => proposedTo(world, '/proposals.csv'),
    missing: () => at(`/api/challenges/${missing}/proposals.csv`),
  },
  exportProposalsXlsx: {
    open: (world) => proposedTo(world, '/proposals.xlsx'),
    missing: () => at(`/api/challenges/${missing}/proposals.xlsx`),
  },
  listOwnProposals: {
    '-': async (world) => {
      await proposalOf(world)
      return at('/api/proposals')
    },
  },
  readProposal: proposals(''),
  saveProposal: proposals('', { content, revision: 9 }),
  moveProposal: proposals('/moves', { act: 'advance', stage: 'screening' }),
  listProposalReads: proposals('/reads'),
  readTeam: proposals('/team'),
  inviteToTeam: {
    'of the supplier': async (world) =>
      at(`/api/proposals/${await proposalOf(world)}/team`, {
        organisationId: world.organisations.agency,
        part: 'coach',
      }),
    missing: (world) =>
      at(`/api/proposals/${missing}/team`, { organisationId: world.organisations.agency, part: 'coach' }),
  },
  joinTeam: proposals('/team/acceptance', {}),
  leaveTeam: proposals(`/team/${missing}`),
  commentOnProposal: proposals('/comments', { kind: 'comment', text: 'canary-coach' }),
  readMilestones: proposals('/milestones'),
  addMilestone: proposals('/milestones', { title: 'A pump runs', amount: { amountMinor: 100, currency: 'USD' } }),
  confirmMilestone: proposals(`/milestones/${missing}/confirmation`, {}),
  checkBenefit: proposals('/benefit', { amountMinor: -5, currency: 'USD', note: 'It cost more.' }),
  readPortfolio: plain('/api/portfolio'),
}
