import {
  proposalReadWays,
  stageActs,
  stages,
  memberRoles,
  organisationKinds,
  type NeedId,
  type OrganisationId,
  type ProposalId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, workbookType, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { proposalAnswer } from './buyer.contract.ts'

/** What a firm proposes; see ProposalContent in the domain for the meaning of each field. */
export const proposalContent = z.object({
  title: wire.text(200),
  summary: wire.text(2000),
  approach: z._default(wire.text(10_000), ''),
  asks: z._default(wire.text(2000), ''),
  price: z._default(z.nullable(wire.money), null),
  weeks: z._default(z.nullable(z.int().check(z.gte(1), z.lte(520))), null),
  benefit: z._default(z.nullable(wire.money), null),
  benefitText: z._default(wire.text(2000), ''),
})

const proposalCard = z.object({
  id: wire.id<ProposalId>(),
  needId: wire.id<NeedId>(),
  supplier: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  stage: z.enum(stages),
  handedIn: z.boolean(),
  enteredAt: wire.instant,
  handedInAt: z.nullable(wire.instant),
  dueAt: z.nullable(wire.instant),
  submittedAt: z.nullable(wire.instant),
  /** As last handed in; what is being written, for its team and coaches. */
  content: proposalContent,
})
export type ProposalCard = DeepReadonly<z.output<typeof proposalCard>>

const stepView = z.object({
  act: z.enum(stageActs),
  from: z.enum(stages),
  to: z.enum(stages),
  byBuyer: z.boolean(),
  reason: z.string(),
  dueAt: z.nullable(wire.instant),
  at: wire.instant,
})

export const proposalView = z.extend(proposalCard, {
  challengeTitle: z.string(),
  language: z.string(),
  mine: z.boolean(),
  revision: z.int(),
  /** SHA-256 of what was last handed in, and when by the database's clock. */
  stamp: z.nullable(z.string()),
  stampedAt: z.nullable(wire.instant),
  steps: z.array(stepView),
  /** Whether its challenge is one of several buyers, of which each answers for itself. */
  brokered: z.boolean(),
  /** What they said of it, for its team; a buyer reads its own answer alone. */
  answers: z.array(proposalAnswer),
  mayAnswer: z.boolean(),
  /** What the caller can do as it stands. */
  acts: z.array(z.enum(stageActs)),
})
export type ProposalView = DeepReadonly<z.output<typeof proposalView>>

const common = { noun: 'challenges', access: 'member' } as const
const params = z.object({ id: wire.id<ProposalId>() })
const ofChallenge = z.object({ id: wire.id<NeedId>() })
const words = z._default(wire.text(200), '')

export const startProposal = endpoint({
  ...common,
  name: 'startProposal',
  summary: 'Begin a proposal to a challenge; its firm alone knows of it until it is handed in.',
  method: 'POST',
  path: '/api/challenges/:id/proposals',
  params: ofChallenge,
  body: proposalContent,
  success: 201,
  response: z.object({ id: wire.id<ProposalId>() }),
  problems: ['challenge.not-open', 'proposal.exists'],
})

export const listProposals = endpoint({
  ...common,
  name: 'listProposals',
  summary:
    'Proposals that were handed in to a challenge, or those in which words occur; each firm sees that they were read.',
  method: 'GET',
  path: '/api/challenges/:id/proposals',
  params: ofChallenge,
  query: z.object({ query: words }),
  response: z.object({ items: z.array(proposalCard) }),
})

export const exportProposals = endpoint({
  ...common,
  name: 'exportProposals',
  summary: 'Proposals that were handed in to a challenge, as a table; each firm sees that they were read.',
  method: 'GET',
  path: '/api/challenges/:id/proposals.csv',
  params: ofChallenge,
  download: 'text/csv',
})

export const exportProposalsXlsx = endpoint({
  ...common,
  name: 'exportProposalsXlsx',
  summary: 'The same as an Excel workbook; each firm sees that its proposal was read.',
  method: 'GET',
  path: '/api/challenges/:id/proposals.xlsx',
  params: ofChallenge,
  download: workbookType,
})

export const listOwnProposals = endpoint({
  ...common,
  name: 'listOwnProposals',
  summary: "The caller's own proposals and those it takes part in, newest first.",
  method: 'GET',
  path: '/api/proposals',
  response: z.object({
    items: z.array(
      z.omit(z.extend(proposalCard, { challengeTitle: z.string(), title: z.string(), asked: z.boolean() }), {
        content: true,
      }),
    ),
  }),
})

export const readProposal = endpoint({
  ...common,
  name: 'readProposal',
  summary: 'One proposal with its way so far; read by anybody but its team, its firm sees that.',
  method: 'GET',
  path: '/api/proposals/:id',
  params,
  response: proposalView,
})

export const saveProposal = endpoint({
  ...common,
  name: 'saveProposal',
  summary: 'Write on at a proposal, while the buyer does not have it.',
  method: 'PUT',
  path: '/api/proposals/:id',
  params,
  body: z.object({ content: proposalContent, revision: z.int().check(z.gte(1), z.lte(1e6)) }),
  response: z.object({ revision: z.int() }),
  problems: ['thing.changed', 'proposal.state'],
})

export const moveProposal = endpoint({
  ...common,
  name: 'moveProposal',
  summary:
    'Hand a proposal in or withdraw it, as its firm; take it a stage on or stop it, as its buyer, with a reason.',
  method: 'POST',
  path: '/api/proposals/:id/moves',
  params,
  body: z.object({
    act: z.enum(stageActs),
    reason: z._default(wire.text(2000), ''),
    /** The stage in which the caller saw it. */
    stage: z.enum(stages),
  }),
  response: z.object({ stage: z.enum(stages), handedIn: z.boolean() }),
  problems: ['challenge.not-open', 'proposal.state', 'proposal.reason', 'proposal.incomplete'],
})

export const readView = z.object({
  id: z.string(),
  /** Null for the buyer of a challenge under an alias, and for one of several that is not named, which has a number. */
  organisation: z.nullable(z.string()),
  number: z.nullable(z.int()),
  kind: z.enum(organisationKinds),
  role: z.nullable(z.enum(memberRoles)),
  way: z.enum(proposalReadWays),
  readAt: wire.instant,
})
export type ReadView = DeepReadonly<z.output<typeof readView>>

export const listProposalReads = endpoint({
  ...common,
  name: 'listProposalReads',
  summary: 'Who read a proposal outside its team, by organisation and role, how and when, latest first; for its team.',
  method: 'GET',
  path: '/api/proposals/:id/reads',
  params,
  query: z.object(wire.paging),
  response: wire.page(readView),
})
