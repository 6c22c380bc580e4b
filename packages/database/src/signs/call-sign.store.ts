import { sql } from 'drizzle-orm'

import type { CallSignView } from '@enlace/contracts'
import type { CallSign, CallSignId, OrganisationId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

/** Holds a buyer's signs until the transaction ends, so that what was found later is not written over. */
export async function lockCallSigns(tx: Transaction, buyerId: OrganisationId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`signs:${buyerId}`}, 0))`)
}

/**
 * Keeps what was found in a buyer's calls. One that rests on other calls than before is open again; one that is found no
 * more and that nobody explained is forgotten. As enlace_system.
 */
export async function keepCallSigns(
  tx: Transaction,
  buyerId: OrganisationId,
  signs: readonly CallSign[],
): Promise<void> {
  const given = JSON.stringify(signs)
  await tx.execute(sql`
    delete from call_signs where organisation_id = ${buyerId} and explained_at is null
      and not exists (select from jsonb_to_recordset(${given}::jsonb) as given (kind text, key text)
        where given.kind = call_signs.kind and given.key = call_signs.key)`)
  await tx.execute(sql`
    insert into call_signs (organisation_id, kind, key, call_ids, bidder_ids, detail)
    select ${buyerId}::uuid, kind, key, array(select jsonb_array_elements_text("callIds")::uuid),
      array(select jsonb_array_elements_text("bidderIds")::uuid), detail
    from jsonb_to_recordset(${given}::jsonb) as given (kind text, key text, "callIds" jsonb, "bidderIds" jsonb, detail jsonb)
    on conflict (organisation_id, kind, key) do update set call_ids = excluded.call_ids, bidder_ids = excluded.bidder_ids,
      detail = excluded.detail, changed_at = clock_timestamp()
    where call_signs.call_ids <> excluded.call_ids`)
}

type Row = CallSignView & Record<string, unknown>

/** The signs that the actor may read, those that nobody explained yet first. */
export async function listCallSigns(tx: Transaction, limit: number): Promise<CallSignView[]> {
  const rows = await tx.execute<Row>(sql`
    select call_signs.id, json_build_object('id', buyer.id, 'name', buyer.name) as buyer, call_signs.kind, detail,
      sign_calls(call_signs.id) as calls, found_at as "foundAt", changed_at as "changedAt", explanation,
      sign_explainer(call_signs.id) as "explainedBy", explained_at as "explainedAt",
      explained_at is null or explained_at < changed_at as open
    from call_signs join organisations as buyer on buyer.id = call_signs.organisation_id
    order by explained_at is null or explained_at < changed_at desc, changed_at desc, call_signs.id desc limit ${limit}`)
  return rows.map((row) => ({
    ...row,
    foundAt: toInstant(row.foundAt),
    changedAt: toInstant(row.changedAt),
    explainedAt: toInstantOrNull(row.explainedAt),
  }))
}

/** Keeps the acting person's explanation; whose calls the sign is of, or null where it is none that the actor may read. */
export async function explainCallSign(
  tx: Transaction,
  id: CallSignId,
  explanation: string,
): Promise<OrganisationId | null> {
  const [row] = await tx.execute<{ buyer: OrganisationId }>(sql`
    update call_signs set explanation = ${explanation}, explained_by = acting_user(), explained_at = clock_timestamp()
    where id = ${id} returning organisation_id as buyer`)
  return row?.buyer ?? null
}
