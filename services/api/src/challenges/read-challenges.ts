import type { listChallenges as listContract, readChallenge as readContract } from '@enlace/contracts'
import { listChallenges as list } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { challengeFor } from './challenge-for.ts'
import { viewCard, viewChallenge } from './challenge-view.ts'

export const listChallenges: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  if (!can(actor, 'challenge.read', null)) throw new Problem('identity.forbidden', 'Your role sees no challenges.')
  const rows = await list(tx, {
    after: fromCursor(query.cursor, { createdAt: 'string', id: 'string' }),
    limit: query.limit + 1,
  })
  const page = cutPage(rows, query.limit, ({ createdAt, id }) => ({ createdAt, id }))
  return { items: page.items.map((row) => viewCard(row, actor)), next: page.next }
}

export const readChallenge: Handler<typeof readContract> = async ({ tx, actor, params }) =>
  viewChallenge(tx, await challengeFor(tx, params.id), actor)
