import { sql } from 'drizzle-orm'

import type { OpenerKeyView, OpenerView } from '@enlace/contracts'
import { openerKeyLimit, type OpenerKeyId, type UserId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

/** A registered key; its fingerprint follows from it. */
export type OpenerKeyRow = Omit<OpenerKeyView, 'fingerprint'>
type Row = OpenerKeyRow & Record<string, unknown>
const columns = sql`id, public_key as "publicKey", registered_at as "registeredAt", revoked_at as "revokedAt"`
const toRow = (row: Row): OpenerKeyRow => ({
  ...row,
  registeredAt: toInstant(row.registeredAt),
  revokedAt: toInstantOrNull(row.revokedAt),
})

/** The keys of the actor, newest first; ids rise with time. */
export async function listOpenerKeys(tx: Transaction): Promise<OpenerKeyRow[]> {
  const rows = await tx.execute<Row>(sql`
    select ${columns} from opener_keys where user_id = acting_user() order by id desc limit 100`)
  return rows.map(toRow)
}

/** Lets nobody else register keys of this person before the transaction ends. */
export async function lockOpenerKeys(tx: Transaction, userId: UserId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`opener keys of ${userId}`}, 0))`)
}

/** A key of the actor that is alive, by its public half, or null. */
export async function findOpenerKey(tx: Transaction, publicKey: string): Promise<OpenerKeyRow | null> {
  const [row] = await tx.execute<Row>(sql`
    select ${columns} from opener_keys where user_id = acting_user() and public_key = ${publicKey} and revoked_at is null`)
  return row === undefined ? null : toRow(row)
}

/** Keeps a new key; the person's keys are locked before. */
export async function insertOpenerKey(
  tx: Transaction,
  { id, userId, publicKey }: { readonly id: OpenerKeyId; readonly userId: UserId; readonly publicKey: string },
): Promise<OpenerKeyRow | 'limit' | 'taken'> {
  const [{ alive } = { alive: 0 }] = await tx.execute<{ alive: number }>(sql`
    select count(*)::int as alive from opener_keys where user_id = ${userId} and revoked_at is null`)
  if (alive >= openerKeyLimit) return 'limit'
  const [row] = await tx.execute<Row>(sql`
    insert into opener_keys (id, user_id, public_key) values (${id}, ${userId}, ${publicKey})
    on conflict (public_key) do nothing returning ${columns}`)
  return row === undefined ? 'taken' : toRow(row)
}

/** Revokes a key of the actor, once; `changed` where it was alive until now, null where the actor has none such. */
export async function revokeOpenerKey(
  tx: Transaction,
  id: OpenerKeyId,
): Promise<{ readonly key: OpenerKeyRow; readonly changed: boolean } | null> {
  const [revoked] = await tx.execute<Row>(sql`
    update opener_keys set revoked_at = clock_timestamp() where id = ${id} and revoked_at is null returning ${columns}`)
  if (revoked !== undefined) return { key: toRow(revoked), changed: true }
  const [row] = await tx.execute<Row>(sql`select ${columns} from opener_keys where id = ${id}`)
  return row === undefined ? null : { key: toRow(row), changed: false }
}

/** The key that each of these people opens with now; who has none is left out. */
export async function findOpeners(
  tx: Transaction,
  users: readonly UserId[],
): Promise<Omit<OpenerView, 'fingerprint'>[]> {
  const rows = await tx.execute<Record<string, unknown> & Omit<OpenerView, 'fingerprint'>>(sql`
    select user_id as "userId", public_key as "publicKey", since from current_opener_keys(${uuids(users)}) order by user_id`)
  return rows.map((row) => ({ ...row, since: toInstant(row.since) }))
}
