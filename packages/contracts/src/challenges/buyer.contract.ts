import { answers, buyerStates, type NeedId, type OrganisationId, type ProposalId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { buyerCard } from '../needs/need.contract.ts'
import * as wire from '../wire.ts'

/** What a buyer brings to a challenge of several; see BuyerPart in the domain for the meaning of each field. */
export const buyerPart = z.object({
  baseline: z._default(wire.text(2000), ''),
  benefit: z._default(wire.text(2000), ''),
  sites: z.int().check(z.gte(0), z.lte(10_000)),
  pledged: z._default(z.nullable(wire.money), null),
})

const buyerRow = z.object({
  buyer: buyerCard,
  mine: z.boolean(),
  state: z.enum(buyerStates),
  named: z.boolean(),
  /** Whether the agency may read its part; null for the other buyers and for suppliers. */
  shares: z.nullable(z.boolean()),
  /** What it goes by where it is not named. */
  number: z.nullable(z.int()),
  reason: z.string(),
  part: z.nullable(buyerPart),
})
export type ChallengeBuyer = DeepReadonly<z.output<typeof buyerRow>>

/** The buyers of a challenge that an agency opens, as far as the reader may know of them. */
export const challengeBuyers = z.object({
  /** How many joined, named or not. */
  joined: z.int(),
  /** Sums over three or more buyers, once it is published and while all of them take part; null or empty before. */
  sites: z.nullable(z.int()),
  pledged: z.array(wire.money),
  /** Those that agreed to be named, the reader itself and, for the agency, all that it asked. */
  rows: z.array(buyerRow),
})

/** What one buyer says of a proposal; of the others it reads nothing. */
export const proposalAnswer = z.object({
  /** Null where it did not agree to be named. */
  buyer: z.nullable(z.string()),
  number: z.nullable(z.int()),
  mine: z.boolean(),
  answer: z.enum(answers),
  reason: z.string(),
  answeredAt: wire.instant,
})
export type ProposalAnswer = DeepReadonly<z.output<typeof proposalAnswer>>

const common = { noun: 'challenges', access: 'member' } as const
const params = z.object({ id: wire.id<NeedId>() })

export const listBuyers = endpoint({
  ...common,
  name: 'listBuyers',
  summary: 'Buyers that an agency can ask to join a challenge, by name.',
  method: 'GET',
  path: '/api/buyers',
  query: z.object({ query: z._default(wire.text(200), '') }),
  response: z.object({ items: z.array(z.object({ id: wire.id<OrganisationId>(), name: z.string() })) }),
})

export const askBuyer = endpoint({
  ...common,
  name: 'askBuyer',
  summary: 'Ask a buyer to join a challenge before it is published; nobody learns of it before the buyer agrees.',
  method: 'PUT',
  path: '/api/challenges/:id/buyers/:buyerId',
  params: z.extend(params, { buyerId: wire.id<OrganisationId>() }),
  response: challengeBuyers,
  problems: ['buyers.asked', 'buyers.kind', 'buyers.settled'],
})

export const joinChallenge = endpoint({
  ...common,
  name: 'joinChallenge',
  summary: "Join a challenge as one of its buyers, or say anew how one takes part; one's part stays one's own.",
  method: 'PUT',
  path: '/api/challenges/:id/part',
  params,
  body: z.object({ named: z.boolean(), shares: z.boolean(), part: buyerPart }),
  response: challengeBuyers,
  problems: ['buyers.settled', 'buyers.state'],
})

export const leaveChallenge = endpoint({
  ...common,
  name: 'leaveChallenge',
  summary: 'Decline to join a challenge, or leave it with a reason; when the last buyer leaves it is called off.',
  method: 'POST',
  path: '/api/challenges/:id/departure',
  params,
  body: z.object({ act: z.enum(['decline', 'leave']), reason: z._default(wire.text(1000), '') }),
  response: challengeBuyers,
  problems: ['buyers.settled', 'buyers.state', 'buyers.reason'],
})

export const answerProposal = endpoint({
  ...common,
  name: 'answerProposal',
  summary: 'Say of a proposal, as one of its buyers, that one is interested or not and why; interest begins a linkage.',
  method: 'PUT',
  path: '/api/proposals/:id/answer',
  params: z.object({ id: wire.id<ProposalId>() }),
  body: z.object({ answer: z.enum(answers), reason: z._default(wire.text(1000), '') }),
  response: proposalAnswer,
  problems: ['proposal.state', 'proposal.reason', 'linkage.blocked'],
})
