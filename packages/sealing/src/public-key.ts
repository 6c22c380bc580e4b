import { framed, fromText, sha256, type Bytes } from './bytes.ts'
import { keySize } from './envelope.ts'
import { sealTo } from './hpke.ts'
import { SealingError } from './sealing-error.ts'

/** The one spelling of a point: below 2^255 − 19, so that no key has two. */
const isReduced = (key: Bytes): boolean => {
  const top = key[keySize - 1] ?? 255
  if (top !== 0x7f) return top < 0x7f
  return (key[0] ?? 255) < 0xed || key.subarray(1, keySize - 1).some((byte) => byte !== 0xff)
}

/** Whether a text is a public key to which something can be sealed. */
export async function isPublicKey(text: string): Promise<boolean> {
  const key = fromText(text, keySize)
  if (key === null || !isReduced(key)) return false
  const nothing = new Uint8Array()
  return sealTo(key, nothing, { info: nothing, aad: nothing }).then(
    () => true,
    () => false,
  )
}

const groups = 8
/** Eight groups of five digits that two people compare by voice, so that they know they mean the same key. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const key = fromText(publicKey, keySize)
  if (key === null) throw new SealingError('sealing.malformed', 'This is not a public key.')
  const hash = new DataView((await sha256(framed(['enlace sealing 1 fingerprint', key]))).buffer)
  return Array.from({ length: groups }, (_, index) =>
    String(hash.getUint32(index * 4) % 100_000).padStart(5, '0'),
  ).join(' ')
}
