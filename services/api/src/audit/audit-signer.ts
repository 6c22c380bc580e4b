import { publicKeyOf, seedOf, type Bytes } from '@enlace/audit-log'
import { assert } from '@enlace/domain'

/** What signs checkpoints, and what verifies them. */
export type AuditSigner = { readonly seed: Bytes; readonly publicKey: Bytes }

/** The signer of a seed as the configuration holds it: 32 bytes in base64. */
export function openSigner(key: string): AuditSigner {
  const seed = seedOf(key)
  assert(seed !== null, 'the audit key is 32 bytes in base64')
  return { seed, publicKey: publicKeyOf(seed) }
}
