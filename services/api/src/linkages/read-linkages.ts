import type { listLinkages as listContract, readLinkage as readContract } from '@enlace/contracts'
import { cardOf, listLinkages as list, summariseLinkages } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import { cutPage, fromCursor, invalidCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { viewLinkage } from './view-linkage.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const positionOf = (cursor: string | undefined) => {
  const after = fromCursor(cursor, { since: 'string', id: 'string' })
  if (after !== null && (Number.isNaN(Date.parse(after.since)) || !uuid.test(after.id))) throw invalidCursor()
  return after
}

export const listLinkages: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  if (!can(actor, 'linkage.list', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Organisations of your kind have no linkages.')
  const rows = await list(tx, actor.organisationId, {
    after: positionOf(query.cursor),
    limit: query.limit + 1,
    stage: query.stage ?? null,
  })
  const page = cutPage(rows, query.limit, (last) => ({ since: last.since, id: last.id }))
  return { ...page, items: page.items.map(cardOf), ...(await summariseLinkages(tx)) }
}

export const readLinkage: Handler<typeof readContract> = ({ tx, actor, params }) => viewLinkage(tx, actor, params.id)
