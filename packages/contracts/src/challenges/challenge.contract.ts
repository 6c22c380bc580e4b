import {
  briefStates,
  buyerStates,
  needStates,
  quorumBounds,
  stages,
  themes,
  type NeedId,
  type ProposalId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { buyerCard } from '../needs/need.contract.ts'
import * as wire from '../wire.ts'
import { briefContent, worth } from './brief.ts'
import { challengeBuyers } from './buyer.contract.ts'

/** How its buyer keeps the clock that it set itself; a supplier finds no trace of its rivals in it. */
export const buyerClock = z.object({
  decided: z.int(),
  inTime: z.int(),
  waiting: z.int(),
  late: z.int(),
  longestDays: z.int(),
})

const standing = z.object({
  id: wire.id<ProposalId>(),
  stage: z.enum(stages),
  handedIn: z.boolean(),
  dueAt: z.nullable(wire.instant),
})

const challengeCard = z.object({
  id: wire.id<NeedId>(),
  title: z.string(),
  language: z.string(),
  /** Null under an alias, to all but its owner. */
  buyer: z.nullable(buyerCard),
  mine: z.boolean(),
  /** Whether an agency opens it for several buyers; `buyer` is that agency then. */
  brokered: z.boolean(),
  /** How the caller stands to it as one of them. */
  buyerState: z.nullable(z.enum(buyerStates)),
  state: z.enum(needStates),
  answerBy: z.nullable(z.string()),
  briefState: z.nullable(z.enum(briefStates)),
  theme: z.nullable(z.enum(themes)),
  worth: z.nullable(worth),
  budget: z.nullable(wire.money),
  /** The caller's own proposal to it. */
  proposal: z.nullable(standing),
  createdAt: wire.instant,
})
export type ChallengeCard = DeepReadonly<z.output<typeof challengeCard>>

export const challengeView = z.extend(challengeCard, {
  text: z.string(),
  /** For whom an agency opens it; null where it is one buyer's own. */
  buyers: z.nullable(challengeBuyers),
  brief: z.nullable(
    z.object({
      content: briefContent,
      version: z.int(),
      revision: z.int(),
      quorum: z.int(),
      /** SHA-256 of the brief as it stands: the same for every firm that has the same brief, letter by letter. */
      stamp: z.string(),
      submittedAt: z.nullable(wire.instant),
      decidedAt: z.nullable(wire.instant),
    }),
  ),
  /** What the board said, for its own buyers; null for all others. */
  board: z.nullable(
    z.object({
      author: z.nullable(z.string()),
      isAuthor: z.boolean(),
      votes: z.array(
        z.object({
          name: z.nullable(z.string()),
          mine: z.boolean(),
          yes: z.boolean(),
          reason: z.string(),
          votedAt: wire.instant,
        }),
      ),
    }),
  ),
  clock: buyerClock,
  takesProposals: z.boolean(),
})
export type ChallengeView = DeepReadonly<z.output<typeof challengeView>>

const common = { noun: 'challenges', access: 'member' } as const
const params = z.object({ id: wire.id<NeedId>() })

export const listChallenges = endpoint({
  ...common,
  name: 'listChallenges',
  summary: "A buyer's own challenges, or those that are open to the caller, newest first.",
  method: 'GET',
  path: '/api/challenges',
  query: z.object(wire.paging),
  response: wire.page(challengeCard),
})

export const readChallenge = endpoint({
  ...common,
  name: 'readChallenge',
  summary: 'One challenge with its brief, what its board said for its own buyers, and how its buyer keeps the clock.',
  method: 'GET',
  path: '/api/challenges/:id',
  params,
  response: challengeView,
})

export const saveBrief = endpoint({
  ...common,
  name: 'saveBrief',
  summary: 'Write the brief of a challenge, or write it anew after its board decided and before a firm proposed.',
  method: 'PUT',
  path: '/api/challenges/:id/brief',
  params,
  body: z.object({
    content: briefContent,
    quorum: z.int().check(z.gte(quorumBounds.from), z.lte(quorumBounds.to)),
    /** Of the brief that the caller saw; 0 where there was none. */
    revision: z.int().check(z.gte(0), z.lte(1e6)),
  }),
  response: challengeView,
  problems: ['thing.changed', 'challenge.brief-state'],
})

export const submitBrief = endpoint({
  ...common,
  name: 'submitBrief',
  summary: "Lay a brief before the buyer's screening board.",
  method: 'POST',
  path: '/api/challenges/:id/screening',
  params,
  body: z.object({ revision: z.int().check(z.gte(1), z.lte(1e6)) }),
  response: challengeView,
  problems: ['thing.changed', 'challenge.brief-state', 'challenge.brief-incomplete', 'challenge.board-small'],
})

export const voteOnBrief = endpoint({
  ...common,
  name: 'voteOnBrief',
  summary: 'Vote on a brief, with a reason, or change a vote while the board has not decided; its author has none.',
  method: 'PUT',
  path: '/api/challenges/:id/vote',
  params,
  body: z.object({ yes: z.boolean(), reason: wire.text(1000, 1), version: z.int().check(z.gte(1), z.lte(1e6)) }),
  response: challengeView,
  problems: ['challenge.brief-state', 'challenge.author'],
})
