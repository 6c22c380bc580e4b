import { sql } from 'drizzle-orm'

import type { SignedCheckpoint } from '@enlace/audit-log'

import type { Reader } from '../open.ts'

/** The checkpoint of this size, where it was published. */
export async function readCheckpoint(reader: Reader, size: number): Promise<SignedCheckpoint | null> {
  const [row] = await reader.execute<SignedCheckpoint & Record<string, unknown>>(
    sql`select checkpoint, signature from audit_checkpoints where size = ${size}::bigint`,
  )
  return row ?? null
}

/** Publishes a checkpoint; the first of a size stays. */
export async function publishCheckpoint(reader: Reader, size: number, signed: SignedCheckpoint): Promise<void> {
  await reader.execute(sql`
    insert into audit_checkpoints (size, checkpoint, signature) values (${size}, ${signed.checkpoint}, ${signed.signature})
    on conflict do nothing`)
}
