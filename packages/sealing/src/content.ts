import { joined, randomBytes, subtle, type Bytes } from './bytes.ts'
import { contextBytes, type EnvelopeContext } from './context.ts'
import { nonceSize } from './envelope.ts'

const importKey = (key: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  subtle().importKey('raw', key, 'AES-GCM', false, [use])

/** AES-256-GCM under a key that is used this once: the nonce, then the ciphertext. */
export async function encryptContent(key: Bytes, padded: Bytes, context: EnvelopeContext): Promise<Bytes> {
  const iv = randomBytes(nonceSize)
  const additionalData = contextBytes('content', context)
  const sealed = await subtle().encrypt(
    { name: 'AES-GCM', iv, additionalData },
    await importKey(key, 'encrypt'),
    padded,
  )
  return joined([iv, new Uint8Array(sealed)])
}

/** What was encrypted; throws where the key, the context or a byte is another. */
export async function decryptContent(key: Bytes, ciphertext: Bytes, context: EnvelopeContext): Promise<Bytes> {
  const iv = ciphertext.slice(0, nonceSize)
  const additionalData = contextBytes('content', context)
  const algorithm = { name: 'AES-GCM', iv, additionalData }
  const opened = await subtle().decrypt(algorithm, await importKey(key, 'decrypt'), ciphertext.slice(nonceSize))
  return new Uint8Array(opened)
}
