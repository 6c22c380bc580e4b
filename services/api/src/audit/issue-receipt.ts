import { signCheckpoint, type Signer } from '@enlace/audit-log'
import type { AuditReceipt } from '@enlace/contracts'
import { readAuditLine, readInclusion, readLogTip, readRoot, type Transaction } from '@enlace/database'

/**
 * The receipt that was handed out when an entry was written, to the letter: its checkpoint is of the log as it was then, and
 * signing has no chance in it. Null where the actor may not see the entry.
 */
export async function issueReceipt(tx: Transaction, signer: Signer, index: number): Promise<AuditReceipt | null> {
  const line = await readAuditLine(tx, index)
  if (line === null) return null
  const { at, body: entry, facts, salt } = line
  const { origin } = await readLogTip(tx)
  const size = index + 1
  const signed = signCheckpoint({ origin, size, root: await readRoot(tx, size), at }, signer)
  return { index, at, entry, facts, salt, ...signed, proof: await readInclusion(tx, index, size) }
}
