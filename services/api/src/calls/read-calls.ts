import type {
  listCalls as listContract,
  listCallVersions as versionsContract,
  readCall as contract,
} from '@enlace/contracts'
import { listCalls as list, listCallVersions as listVersions } from '@enlace/database'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { callFor } from './call-for.ts'

export const readCall: Handler<typeof contract> = async ({ tx, params }) => callFor(tx, params.id, 'read')

export const listCallVersions: Handler<typeof versionsContract> = async ({ tx, params }) => {
  const { id } = await callFor(tx, params.id, 'read')
  return { items: await listVersions(tx, id) }
}

export const listCalls: Handler<typeof listContract> = async ({ tx, query }) => {
  const rows = await list(tx, {
    which: query.which,
    after: fromCursor(query.cursor, { at: 'string', id: 'string' }),
    limit: query.limit + 1,
  })
  return cutPage(rows, query.limit, (last) => ({
    at: query.which === 'own' ? last.createdAt : last.deadline,
    id: last.id,
  }))
}
