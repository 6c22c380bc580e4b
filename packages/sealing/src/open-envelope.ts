import { combine } from 'shamir-secret-sharing'

import { equalBytes, type Bytes } from './bytes.ts'
import { decryptContent } from './content.ts'
import type { EnvelopeContext } from './context.ts'
import { commitmentOf, type SealedEnvelope } from './envelope.ts'
import { unpadded } from './padding.ts'
import { isShare } from './release-share.ts'
import { SealingError } from './sealing-error.ts'

/** A share in clear, as its opener released it. */
export type ReleasedShare = { readonly openerId: string; readonly share: Bytes }

const tampered = (openerId: string | null = null): SealingError =>
  new SealingError('sealing.tampered', 'What was sealed is not what is here.', openerId)

/** Opens an envelope by the shares that were released: those that are not its own count for nothing. */
export async function openEnvelope(given: {
  readonly envelope: SealedEnvelope
  readonly shares: readonly ReleasedShare[]
  readonly context: EnvelopeContext
}): Promise<Bytes> {
  const { envelope, context } = given
  const key = await keyOf(given)
  if (!equalBytes(await commitmentOf(envelope, key, context), envelope.commitment)) throw tampered()
  const content = await decryptContent(key, envelope.ciphertext, context).catch(() => null)
  key.fill(0)
  const plaintext = content === null ? null : unpadded(content)
  if (plaintext === null) throw tampered()
  return plaintext
}

async function keyOf(given: Parameters<typeof openEnvelope>[0]): Promise<Bytes> {
  const { envelope, shares, context } = given
  const right = new Map<string, Bytes>()
  let wrong: string | null = null
  for (const { openerId, share } of shares) {
    const sealed = envelope.shares.find((one) => one.openerId === openerId)
    if (sealed !== undefined && (await isShare(share, sealed, context))) right.set(openerId, share)
    else wrong = openerId
  }
  if (right.size < envelope.threshold) {
    if (wrong !== null) throw tampered(wrong)
    throw new SealingError(
      'sealing.too-few-shares',
      `${envelope.threshold} openers must release their shares; ${right.size} did.`,
    )
  }
  // A bidder may have sealed parts that do not belong together; the library refuses two of the same place.
  const key = await combine([...right.values()]).catch(() => null)
  if (key === null) throw tampered()
  return new Uint8Array(key)
}
