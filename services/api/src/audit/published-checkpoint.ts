import { parseCheckpoint, signCheckpoint, toBase64, type Signer } from '@enlace/audit-log'
import type { SignedCheckpointView } from '@enlace/contracts'
import { publishCheckpoint, readCheckpoint, readLogTip, readRoot, type Transaction } from '@enlace/database'
import { assert } from '@enlace/domain'

/** The newest checkpoint, which is signed when somebody first asks for it. */
export async function publishedCheckpoint(tx: Transaction, signer: Signer): Promise<SignedCheckpointView> {
  const { origin, size, at } = await readLogTip(tx)
  const known = await readCheckpoint(tx, size)
  const signed = known ?? signCheckpoint({ origin, size, root: await readRoot(tx, size), at }, signer)
  if (known === null) await publishCheckpoint(tx, size, signed)
  const parsed = parseCheckpoint(signed.checkpoint)
  assert(parsed !== null, 'a checkpoint that was signed can be read')
  return { size, root: toBase64(parsed.root), at: parsed.at, ...signed }
}
