import { fromText, randomBytes, subtle, toText, utf8, framed, type Bytes } from './bytes.ts'
import { keySize, nonceSize } from './envelope.ts'
import { newHpkeKeys } from './hpke.ts'
import { iterationsNow, saltSize, type KeyBackup } from './key-backup.ts'
import { SealingError } from './sealing-error.ts'

/** An opener's key in clear; it stays in memory and goes with the page. */
export type OpenerKey = { readonly publicKey: string; readonly privateKey: Bytes }

/** The key that a passphrase gives; the same word typed on another system gives the same. */
async function wrappingKey(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const material = await subtle().importKey('raw', utf8(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey'])
  const by = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return subtle().deriveKey(by, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** A backup vouches for the public key in it, so nobody can put another beside the private one. */
const boundTo = (publicKey: string, iterations: number): Bytes =>
  framed(['enlace sealing 1 backup', publicKey, iterations])

/** Makes a new key, and what is kept of it: the same, wrapped by a passphrase. */
export async function newOpenerKey(
  passphrase: string,
  iterations = iterationsNow,
): Promise<{ readonly key: OpenerKey; readonly backup: KeyBackup }> {
  const keys = await newHpkeKeys()
  const publicKey = toText(keys.publicKey)
  const salt = randomBytes(saltSize)
  const iv = randomBytes(nonceSize)
  const wrapped = await subtle().encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(publicKey, iterations) },
    await wrappingKey(passphrase, salt, iterations),
    keys.privateKey,
  )
  return {
    key: { publicKey, privateKey: keys.privateKey },
    backup: {
      kind: 'enlace-opening-key',
      v: 1,
      publicKey,
      iterations,
      salt: toText(salt),
      nonce: toText(iv),
      wrapped: toText(new Uint8Array(wrapped)),
    },
  }
}

/** The key in a backup; a wrong passphrase is told from a file that is none (see `parseBackup`). */
export async function unlockOpenerKey(backup: KeyBackup, passphrase: string): Promise<OpenerKey> {
  const { publicKey, iterations } = backup
  const [salt, iv] = [fromText(backup.salt, saltSize), fromText(backup.nonce, nonceSize)]
  const wrapped = fromText(backup.wrapped, keySize + 16)
  if (salt === null || iv === null || wrapped === null)
    throw new SealingError('sealing.malformed', 'This is not the backup of an opening key.')
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(publicKey, iterations) }
  const by = await wrappingKey(passphrase, salt, iterations)
  const privateKey = await subtle()
    .decrypt(algorithm, by, wrapped)
    .catch(() => null)
  if (privateKey === null) throw new SealingError('sealing.wrong-passphrase', 'The passphrase does not open this key.')
  return { publicKey, privateKey: new Uint8Array(privateKey) }
}
