import * as contract from '@enlace/contracts'
import { asSystem, listMails } from '@enlace/database'
import { can, Problem } from '@enlace/domain'
import type { Identity } from '@enlace/identity'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Mount } from '../http/mount.ts'

/** The demo's mailbox; callers mount it in demo mode only, for the mail it shows lets people in. */
export function mountMailbox(mount: Mount, identity: Identity): void {
  mount.open(contract.readMailbox, async ({ actor, query }) => {
    if (!can(actor, 'mailbox.read', null)) throw new Problem('identity.forbidden', 'You may not read this mailbox.')
    const before = fromCursor(query.cursor, { id: 'string' })
    const page = { recipient: query.recipient ?? null, before: before?.id ?? null, limit: query.limit + 1 }
    const rows = await asSystem(identity.settings.database, (tx) => listMails(tx, page))
    return cutPage(rows, query.limit, (last) => ({ id: last.id }))
  })
}
