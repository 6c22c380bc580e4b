import { sql } from 'drizzle-orm'

import type { Choice, NeedId, OrganisationId, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Keeps what a buyer chose; choosing the same again changes nothing. @returns whether anything changed */
export async function keepChoice(
  tx: Transaction,
  of: { readonly needId: NeedId; readonly supplierId: OrganisationId; readonly choice: Choice; readonly by: UserId },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into match_choices as known (need_id, supplier_id, choice, chosen_by)
    values (${of.needId}, ${of.supplierId}, ${of.choice}, ${of.by})
    on conflict (need_id, supplier_id) do update set choice = excluded.choice, chosen_by = excluded.chosen_by, chosen_at = clock_timestamp()
      where known.choice <> excluded.choice
    returning need_id`)
  return rows.length === 1
}

/** Takes a choice back. @returns whether there was one */
export async function dropChoice(tx: Transaction, needId: NeedId, supplierId: OrganisationId): Promise<boolean> {
  const rows = await tx.execute(sql`
    delete from match_choices where need_id = ${needId} and supplier_id = ${supplierId} returning need_id`)
  return rows.length === 1
}
