import { sql } from 'drizzle-orm'

import type { NeedId, OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Asks a supplier by name; asking twice is asking once. */
export async function inviteSupplier(tx: Transaction, needId: NeedId, supplierId: OrganisationId): Promise<void> {
  await tx.execute(sql`
    insert into need_invitations (need_id, supplier_id) values (${needId}, ${supplierId}) on conflict do nothing`)
}

export async function withdrawInvitation(tx: Transaction, needId: NeedId, supplierId: OrganisationId): Promise<void> {
  await tx.execute(sql`delete from need_invitations where need_id = ${needId} and supplier_id = ${supplierId}`)
}

/** Sets a supplier aside for one need; the reason is the buyer's own note. */
export async function dismissMatch(
  tx: Transaction,
  needId: NeedId,
  supplierId: OrganisationId,
  reason: string,
): Promise<void> {
  await tx.execute(sql`
    insert into match_dismissals (need_id, supplier_id, reason) values (${needId}, ${supplierId}, ${reason})
    on conflict (need_id, supplier_id) do update set reason = excluded.reason`)
}

export async function restoreMatch(tx: Transaction, needId: NeedId, supplierId: OrganisationId): Promise<void> {
  await tx.execute(sql`delete from match_dismissals where need_id = ${needId} and supplier_id = ${supplierId}`)
}
