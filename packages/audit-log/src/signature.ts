import { getPublicKey, hashes, sign, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'

import { fromBase64, utf8, type Bytes } from './bytes.ts'

// The library signs at once, without a promise, where it is given the hash.
hashes.sha512 = sha512

/** The public key of a seed of 32 bytes. */
export const publicKeyOf = (seed: Bytes): Bytes => getPublicKey(seed)

/** What signs texts by Ed25519 (RFC 8032), and what verifies them. */
export type Signer = { readonly publicKey: Bytes; readonly sign: (text: string) => Bytes }
/** The signer of a seed; whoever signs often, on a server, has a faster one. */
export const signerOf = (seed: Bytes): Signer => ({
  publicKey: publicKeyOf(seed),
  sign: (text) => sign(utf8(text), seed),
})
/** Whether a key signed this text; by the strict rules, under which a signature has one form. */
export const isSigned = (text: string, signature: Bytes, publicKey: Bytes): boolean =>
  signature.length === 64 && verify(signature, utf8(text), publicKey, { zip215: false })

/** The seed that a configuration holds: 32 bytes in base64, or null. */
export function seedOf(text: string): Bytes | null {
  const seed = fromBase64(text)
  return seed?.length === 32 ? seed : null
}
