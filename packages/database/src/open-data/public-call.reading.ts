import { sql } from 'drizzle-orm'

import type { CallId, PublicCall } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

type Row = Record<string, unknown> & { body: PublicCall }

const toPublicCall = ({ body }: Row): PublicCall => ({
  ...body,
  versions: body.versions.map((one) => ({ ...one, at: toInstant(one.at) })),
  opening: body.opening === null ? null : { ...body.opening, at: toInstant(body.opening.at) },
  awards: body.awards.map((one) => ({
    ...one,
    approvedAt: toInstant(one.approvedAt),
    fellAt: toInstantOrNull(one.fellAt),
  })),
  closedAt: toInstantOrNull(body.closedAt),
  cancelled: body.cancelled === null ? null : { ...body.cancelled, at: toInstant(body.cancelled.at) },
})

/** What is public of calls, in the order in which they were published first. */
export async function listPublicCalls(
  tx: Transaction,
  { after, limit }: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<PublicCall[]> {
  const rows = await tx.execute<Row>(
    sql`select body from public_calls(null, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${limit})`,
  )
  return rows.map(toPublicCall)
}

/** What is public of one call; null where nothing is. */
export async function readPublicCall(tx: Transaction, id: CallId): Promise<PublicCall | null> {
  const [row] = await tx.execute<Row>(sql`select body from public_calls(${id}::uuid, null, null, 1)`)
  return row === undefined ? null : toPublicCall(row)
}
