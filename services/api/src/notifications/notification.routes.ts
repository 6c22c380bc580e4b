import * as contract from '@enlace/contracts'
import { countUnread, listNotifications as noticesOf, markNotifications as mark } from '@enlace/database'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler, Mount } from '../http/mount.ts'

const listNotifications: Handler<typeof contract.listNotifications> = async ({ tx, actor, query }) => {
  const before = fromCursor(query.cursor, { id: 'string' })
  const rows = await noticesOf(tx, actor.organisationId, { before: before?.id ?? null, limit: query.limit + 1 })
  const unread = await countUnread(tx, actor.organisationId)
  return { ...cutPage(rows, query.limit, (last) => ({ id: last.id })), unread }
}

const markNotifications: Handler<typeof contract.markNotifications> = async ({ tx, actor, body }) => {
  const ids = await mark(tx, actor.organisationId, body)
  return { ids, unread: await countUnread(tx, actor.organisationId) }
}

export function mountNotifications(mount: Mount): void {
  mount.inTransaction(contract.listNotifications, listNotifications)
  mount.inTransaction(contract.markNotifications, markNotifications)
}
