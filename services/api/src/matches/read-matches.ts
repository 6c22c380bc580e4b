import type {
  listMatches as listContract,
  listMatchSites as sitesContract,
  readFeed as feedContract,
} from '@enlace/contracts'
import { readFeed as feedOf, readMatchSites, readRanking, type NeedRow, type Transaction } from '@enlace/database'
import { can, Problem, type MemberActor, type NeedId } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { needFor } from '../needs/own-need.ts'

/** A need whose ranked list the actor may read. */
async function rankedNeed(tx: Transaction, actor: MemberActor, id: NeedId): Promise<NeedRow> {
  const need = await needFor(tx, actor, id, 'need.read')
  if (!can(actor, 'match.read', { organisationId: need.organisationId }))
    throw new Problem('identity.forbidden', 'Only its owner sees who was ranked for a need.')
  return need
}

export const listMatches: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const need = await rankedNeed(tx, actor, params.id)
  const ranking = await readRanking(tx, need.id)
  if (ranking === null) throw new Problem('thing.not-found', 'There is no such need, or it is not yours to see.')
  return ranking
}

export const listMatchSites: Handler<typeof sitesContract> = async ({ tx, actor, params }) =>
  readMatchSites(tx, (await rankedNeed(tx, actor, params.id)).id)

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
