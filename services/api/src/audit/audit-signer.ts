import { createPrivateKey, sign } from 'node:crypto'

import { publicKeyOf, seedOf, utf8, type Signer } from '@enlace/audit-log'
import { assert } from '@enlace/domain'

/** What stands before a seed of 32 bytes where a private key of Ed25519 is written down (RFC 8410, PKCS #8). */
const beforeSeed = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The signer of a seed as the configuration holds it: 32 bytes in base64. Every audited request signs a receipt, so Node's own
 * code does it: the same bytes, since signing has no chance in it.
 */
export function openSigner(key: string): Signer {
  const seed = seedOf(key)
  assert(seed !== null, 'the audit key is 32 bytes in base64')
  const privateKey = createPrivateKey({ key: Buffer.concat([beforeSeed, seed]), format: 'der', type: 'pkcs8' })
  return { publicKey: publicKeyOf(seed), sign: (text) => new Uint8Array(sign(null, utf8(text), privateKey)) }
}
