import { stages, themes, type MilestoneId, type NeedId, type ProposalId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { worth } from './brief.ts'

const milestone = {
  title: wire.text(200, 1),
  dueOn: z._default(z.nullable(wire.date), null),
  amount: wire.money,
  /** What a matching grant bears of it, and who gives that. */
  funderPercent: z._default(z.int().check(z.gte(0), z.lte(100)), 0),
  funder: z._default(wire.text(200), ''),
}

export const milestonesView = z.object({
  items: z.array(
    z.object({
      id: wire.id<MilestoneId>(),
      title: z.string(),
      dueOn: z.nullable(z.string()),
      amount: wire.money,
      funderPercent: z.int(),
      funder: z.string(),
      firmConfirmedAt: z.nullable(wire.instant),
      buyerConfirmedAt: z.nullable(wire.instant),
      releasedAt: z.nullable(wire.instant),
    }),
  ),
  /** As which side the caller may confirm; null where it may not. */
  side: z.nullable(z.enum(['firm', 'buyer'])),
  /** What the benefit came to, once the buyer has checked it; it may be below nothing. */
  check: z.nullable(z.object({ amount: worth, note: z.string(), checkedAt: wire.instant })),
})
export type MilestonesView = DeepReadonly<z.output<typeof milestonesView>>

const common = { noun: 'challenges', access: 'member' } as const
const params = z.object({ id: wire.id<ProposalId>() })

export const readMilestones = endpoint({
  ...common,
  name: 'readMilestones',
  summary: 'Milestones of a proposal with their tranches, and what its benefit came to; for its team and its buyer.',
  method: 'GET',
  path: '/api/proposals/:id/milestones',
  params,
  response: milestonesView,
})

export const addMilestone = endpoint({
  ...common,
  name: 'addMilestone',
  summary: 'Add a milestone with its tranche and the share of a matching grant, from the pilot on; as the buyer.',
  method: 'POST',
  path: '/api/proposals/:id/milestones',
  params,
  body: z.object(milestone),
  success: 201,
  response: milestonesView,
  problems: ['proposal.state'],
})

export const confirmMilestone = endpoint({
  ...common,
  name: 'confirmMilestone',
  summary: 'Say that a milestone is reached; its tranche is released once both sides have.',
  method: 'POST',
  path: '/api/proposals/:id/milestones/:milestoneId/confirmation',
  params: z.object({ id: wire.id<ProposalId>(), milestoneId: wire.id<MilestoneId>() }),
  response: milestonesView,
})

export const checkBenefit = endpoint({
  ...common,
  name: 'checkBenefit',
  summary: 'Say what the benefit of a proposal came to, beside what was claimed; as the buyer, from the pilot on.',
  method: 'PUT',
  path: '/api/proposals/:id/benefit',
  params,
  body: z.object({
    amountMinor: z.int().check(z.gte(-1e15), z.lte(1e15)),
    currency: wire.currency,
    note: wire.text(2000, 1),
  }),
  response: milestonesView,
  problems: ['proposal.state'],
})

export const portfolioView = z.object({
  items: z.array(
    z.object({
      id: wire.id<NeedId>(),
      title: z.string(),
      language: z.string(),
      theme: z.nullable(z.enum(themes)),
      worth: z.nullable(worth),
      /** How many proposals stand in each stage. */
      stages: z.partialRecord(z.enum(stages), z.int()),
      /** What checked benefits came to, a sum for each currency. */
      checked: z.array(worth),
    }),
  ),
})
export type PortfolioView = DeepReadonly<z.output<typeof portfolioView>>

export const readPortfolio = endpoint({
  ...common,
  name: 'readPortfolio',
  summary: "A buyer's challenges with what they are worth, how far proposals have come, and what benefits came to.",
  method: 'GET',
  path: '/api/portfolio',
  response: portfolioView,
  problems: ['identity.forbidden'],
})
