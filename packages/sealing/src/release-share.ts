import { equalBytes, fromText, type Bytes } from './bytes.ts'
import { shareBinding, type EnvelopeContext } from './context.ts'
import { keySize, shareDigest, shareSize, type SealedShare } from './envelope.ts'
import { openWith } from './hpke.ts'
import type { OpenerKey } from './opener-key.ts'
import { SealingError } from './sealing-error.ts'

type OfShare = Pick<SealedShare, 'openerId' | 'digest'>

/** Whether a share in clear is the one that the bidder sealed to this opener. */
export const isShare = async (released: Bytes, share: OfShare, context: EnvelopeContext): Promise<boolean> =>
  released.length === shareSize && equalBytes(await shareDigest(released, share.openerId, context), share.digest)

/** Opens an opener's own share of one envelope: what it hands over once the envelope may be opened. */
export async function releaseShare(given: {
  readonly share: SealedShare
  readonly key: OpenerKey
  readonly context: EnvelopeContext
}): Promise<Bytes> {
  const { share, key, context } = given
  const { openerId } = share
  const publicKey = fromText(key.publicKey, keySize)
  if (publicKey === null || share.publicKey !== key.publicKey)
    throw new SealingError('sealing.wrong-key', 'This share is sealed to another key.', openerId)
  const keys = { publicKey, privateKey: key.privateKey }
  const released = await openWith(keys, share.sealed, shareBinding(openerId, context)).catch(() => null)
  if (released === null || !(await isShare(released, share, context)))
    throw new SealingError('sealing.tampered', 'This share is not what the bidder sealed.', openerId)
  return released
}
