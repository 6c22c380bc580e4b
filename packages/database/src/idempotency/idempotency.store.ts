import { sql } from 'drizzle-orm'

import type { UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type IdempotencyClaim =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeat'; readonly status: number; readonly answer: unknown }
  | { readonly kind: 'reused' }

export type IdempotentRequest = {
  readonly userId: UserId
  readonly key: string
  readonly endpoint: string
  readonly requestHash: string
}

/**
 * Takes a key for this transaction. A second request with the key waits here until the first has committed and then
 * gets its answer; a key seen with another request is refused.
 */
export async function claimKey(tx: Transaction, request: IdempotentRequest): Promise<IdempotencyClaim> {
  const taken = await tx.execute(sql`
    insert into idempotency_keys (user_id, key, endpoint, request_hash)
    values (${request.userId}, ${request.key}, ${request.endpoint}, ${request.requestHash})
    on conflict do nothing returning key`)
  if (taken.length === 1) return { kind: 'first' }
  const [row] = await tx.execute<{ endpoint: string; request_hash: string; status: number; answer: unknown }>(sql`
    select endpoint, request_hash, status, answer from idempotency_keys
    where user_id = ${request.userId} and key = ${request.key}`)
  if (row === undefined || row.endpoint !== request.endpoint || row.request_hash !== request.requestHash)
    return { kind: 'reused' }
  return { kind: 'repeat', status: row.status, answer: row.answer }
}

/** Keeps the answer of the request that took the key. */
export async function keepAnswer(
  tx: Transaction,
  request: IdempotentRequest,
  status: number,
  answer: unknown,
): Promise<void> {
  await tx.execute(sql`
    update idempotency_keys set status = ${status}, answer = ${JSON.stringify(answer ?? null)}::jsonb
    where user_id = ${request.userId} and key = ${request.key}`)
}

/** Forgets keys older than a day; a retry after that is a new request. */
export async function forgetKeys(tx: Transaction): Promise<void> {
  await tx.execute(sql`delete from idempotency_keys where created_at < clock_timestamp() - interval '1 day'`)
}
