import * as contract from '@enlace/contracts'
import { listFirms as firmsOf, today, type FirmRow } from '@enlace/database'
import { can, completenessOf, Problem } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler, Mount } from '../http/mount.ts'

const viewFirm = ({ content, ...firm }: FirmRow, day: string): contract.FirmView => ({
  ...firm,
  headline: content?.headline ?? '',
  completeness: content === null ? 0 : completenessOf(content, day).share,
})

const listFirms: Handler<typeof contract.listFirms> = async ({ tx, actor, query }) => {
  if (!can(actor, 'firm.list', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only an agency has firms in its care.')
  const rows = await firmsOf(tx, actor.organisationId, {
    after: fromCursor(query.cursor, { name: 'string', id: 'string' }),
    limit: query.limit + 1,
    text: query.text === undefined || query.text === '' ? null : query.text,
    passport: query.passport ?? null,
  })
  const day = await today(tx)
  const page = cutPage(rows, query.limit, ({ name, id }) => ({ name, id }))
  return { items: page.items.map((row) => viewFirm(row, day)), next: page.next, total: rows[0]?.total ?? 0 }
}

export function mountFirms(mount: Mount): void {
  mount.inTransaction(contract.listFirms, listFirms)
}
