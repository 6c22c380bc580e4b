import type { listMatches as listContract, readFeed as feedContract } from '@enlace/contracts'
import { readFeed as feedOf, readRanking } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { needFor } from '../needs/own-need.ts'

export const listMatches: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const need = await needFor(tx, actor, params.id, 'need.read')
  if (!can(actor, 'match.read', { organisationId: need.organisationId }))
    throw new Problem('identity.forbidden', 'Only its owner sees who was ranked for a need.')
  const ranking = await readRanking(tx, need.id)
  if (ranking === null) throw new Problem('thing.not-found', 'There is no such need, or it is not yours to see.')
  return ranking
}

export const readFeed: Handler<typeof feedContract> = async ({ tx, actor, query }) => {
  if (!can(actor, 'match.read', { organisationId: null, relatedIds: [actor.organisationId] }))
    throw new Problem('identity.forbidden', 'Only suppliers have a list of needs that fit them.')
  const rows = await feedOf(tx, actor.organisationId, {
    after: fromCursor(query.cursor, { score: 'number', needId: 'string' }),
    limit: query.limit + 1,
    kind: query.kind ?? null,
    needId: query.needId ?? null,
  })
  return cutPage(rows, query.limit, (last) => ({ score: last.match.score, needId: last.need.id }))
}
