import { fromText } from './bytes.ts'
import { keySize, nonceSize, tagSize } from './envelope.ts'
import { SealingError } from './sealing-error.ts'

/** An opener's key, wrapped by a passphrase: what a browser keeps and a backup file holds. */
export type KeyBackup = {
  readonly kind: 'enlace-opening-key'
  readonly v: 1
  readonly publicKey: string
  /** Rounds of PBKDF2 with SHA-256. */
  readonly iterations: number
  readonly salt: string
  readonly nonce: string
  readonly wrapped: string
}

export const saltSize = 16
/** Rounds of keys that are made today. */
export const iterationsNow = 1_000_000
/** Fewer would guard nothing; more would hang the browser of whoever opens a file that somebody made for that. */
const iterationBounds = { least: 600_000, most: 10_000_000 }

/** Reads the backup of a key from a file or a browser's keeping; a SealingError says that it is none. */
export function parseBackup(value: unknown): KeyBackup {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof KeyBackup, unknown>>
  const { kind, v, publicKey, iterations, salt, nonce, wrapped } = given
  const isCount = (count: unknown): count is number =>
    Number.isInteger(count) && Number(count) >= iterationBounds.least && Number(count) <= iterationBounds.most
  const holds = (text: unknown, length: number): text is string => fromText(text, length) !== null
  if (
    kind === 'enlace-opening-key' &&
    v === 1 &&
    isCount(iterations) &&
    holds(publicKey, keySize) &&
    holds(salt, saltSize) &&
    holds(nonce, nonceSize) &&
    holds(wrapped, keySize + tagSize)
  )
    return { kind, v, publicKey, iterations, salt, nonce, wrapped }
  throw new SealingError('sealing.malformed', 'This is not the backup of an opening key.')
}

/** A backup out of the text of a file. */
export function readBackup(text: string): KeyBackup {
  let value: unknown = null
  try {
    value = text.length > 4096 ? null : JSON.parse(text)
  } catch {
    // What is no JSON is no backup either.
  }
  return parseBackup(value)
}
