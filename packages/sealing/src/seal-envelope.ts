import { split } from 'shamir-secret-sharing'

import { fromText, randomBytes, type Bytes } from './bytes.ts'
import { encryptContent } from './content.ts'
import { shareBinding, type EnvelopeContext } from './context.ts'
import {
  addressesOf,
  commitmentOf,
  keySize,
  shareDigest,
  type OpenerAddress,
  type SealedEnvelope,
  type SealedShare,
} from './envelope.ts'
import { sealTo } from './hpke.ts'
import { padded } from './padding.ts'
import { SealingError } from './sealing-error.ts'

async function sealShare(share: Bytes, opener: OpenerAddress, context: EnvelopeContext): Promise<SealedShare> {
  const publicKey = fromText(opener.publicKey, keySize) ?? new Uint8Array()
  try {
    return {
      openerId: opener.id,
      publicKey: opener.publicKey,
      sealed: await sealTo(publicKey, share, shareBinding(opener.id, context)),
      digest: await shareDigest(share, opener.id, context),
    }
  } catch {
    throw new SealingError('sealing.wrong-key', 'Nothing can be sealed to this key.', opener.id)
  }
}

/**
 * Seals an envelope: encrypted under a key that exists only here and now, which is split so that any `threshold` of the
 * openers give it back and fewer know nothing of it; each part is sealed to one of them.
 */
export async function sealEnvelope(given: {
  readonly plaintext: Uint8Array
  readonly openers: readonly OpenerAddress[]
  readonly threshold: number
  readonly context: EnvelopeContext
}): Promise<SealedEnvelope> {
  const { plaintext, threshold, context } = given
  const openers = addressesOf(given.openers, threshold)
  const key = randomBytes(keySize)
  const parts = await split(key, openers.length, threshold)
  const ciphertext = await encryptContent(key, padded(plaintext), context)
  const shares = await Promise.all(
    openers.map((opener, index) => sealShare(new Uint8Array(parts[index] ?? []), opener, context)),
  )
  const envelope = { threshold, ciphertext, shares }
  const commitment = await commitmentOf(envelope, key, context)
  key.fill(0)
  return { ...envelope, commitment }
}
