import type { NeedId, PriorKnowledgeId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const lockboxView = z.object({
  /** Whether the buyer can still deposit: not after it first read a proposal. Null for all others. */
  open: z.nullable(z.boolean()),
  items: z.array(
    z.object({
      id: wire.id<PriorKnowledgeId>(),
      title: z.string(),
      /** SHA-256 of the text that salt and statement make; see priorText in the domain. */
      stamp: z.string(),
      depositedAt: wire.instant,
      revealedAt: z.nullable(wire.instant),
      /** Null until they are revealed, to all but the buyer. */
      salt: z.nullable(z.string()),
      statement: z.nullable(z.string()),
    }),
  ),
})
export type LockboxView = DeepReadonly<z.output<typeof lockboxView>>

const common = { noun: 'challenges', access: 'member' } as const
const params = z.object({ id: wire.id<NeedId>() })

export const readLockbox = endpoint({
  ...common,
  name: 'readLockbox',
  summary:
    'What the buyer of a challenge says it knew before, by its stamp and time; what it says once it is revealed.',
  method: 'GET',
  path: '/api/challenges/:id/lockbox',
  params,
  response: lockboxView,
})

export const depositKnowledge = endpoint({
  ...common,
  name: 'depositKnowledge',
  summary: 'Deposit what the buyer knows already, before it reads the first proposal.',
  method: 'POST',
  path: '/api/challenges/:id/lockbox',
  params,
  body: z.object({ title: wire.text(200, 1), statement: wire.text(20_000, 1) }),
  success: 201,
  response: lockboxView,
  problems: ['lockbox.late', 'challenge.brief-state'],
})

export const revealKnowledge = endpoint({
  ...common,
  name: 'revealKnowledge',
  summary: 'Reveal a statement to all who see the challenge, who can then check it against its stamp.',
  method: 'POST',
  path: '/api/challenges/:id/lockbox/:entryId/reveal',
  params: z.object({ id: wire.id<NeedId>(), entryId: wire.id<PriorKnowledgeId>() }),
  response: lockboxView,
})
