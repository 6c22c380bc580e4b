import type {
  listNeeds as listContract,
  listNeedVersions as versionsContract,
  readNeed as readContract,
} from '@enlace/contracts'
import { hidesBuyer, listOwnNeeds, listVersions, viewContent, viewNeed } from '@enlace/database'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { needFor } from './own-need.ts'

export const readNeed: Handler<typeof readContract> = async ({ tx, actor, params }) =>
  viewNeed(await needFor(tx, actor, params.id, 'need.read'), actor.organisationId)

export const listNeeds: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  const rows = await listOwnNeeds(tx, actor.organisationId, {
    after: fromCursor(query.cursor, { createdAt: 'string', id: 'string' }),
    limit: query.limit + 1,
    state: query.state ?? null,
    kind: query.kind ?? null,
  })
  const page = cutPage(rows, query.limit, (last) => ({ createdAt: last.createdAt, id: last.id }))
  return {
    items: page.items.map((row) => ({
      ...viewNeed(row, actor.organisationId),
      matchCount: row.matchCount,
      interestedCount: row.interestedCount,
    })),
    next: page.next,
  }
}

export const listNeedVersions: Handler<typeof versionsContract> = async ({ tx, actor, params }) => {
  const need = await needFor(tx, actor, params.id, 'need.read')
  const hidden = hidesBuyer(need, actor.organisationId)
  const versions = await listVersions(tx, need.id)
  return { items: versions.map((version) => ({ ...version, content: viewContent(version.content, hidden) })) }
}
