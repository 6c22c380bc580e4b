import { sha256 } from '@noble/hashes/sha2.js'

import { concat, fromBase64, isSame, toBase64, utf8, type Bytes } from './bytes.ts'

/** A log's public key as signed notes know it: whose checkpoints it verifies, and its bytes. */
export type LogKey = { readonly origin: string; readonly publicKey: Bytes }

const ed25519 = Uint8Array.of(1)
const hex = (bytes: Bytes): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The first four bytes of a key's hash, by which a signature says which key made it. */
export const keyId = ({ origin, publicKey }: LogKey): Bytes =>
  sha256(concat(utf8(`${origin}\n`), ed25519, publicKey)).slice(0, 4)

/** A key in one line, as c2sp.org/signed-note writes it. */
export const keyText = (key: LogKey): string =>
  `${key.origin}+${hex(keyId(key))}+${toBase64(concat(ed25519, key.publicKey))}`

/** The key that a line stands for, or null where it stands for none. */
export function parseKey(text: string): LogKey | null {
  const [, origin = '', id = '', rest = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = fromBase64(rest)
  if (origin === '' || bytes === null || bytes.length !== 33 || bytes[0] !== ed25519[0]) return null
  const key = { origin, publicKey: bytes.slice(1) }
  return hex(keyId(key)) === id ? key : null
}

export const isSameKey = (one: LogKey, other: LogKey): boolean =>
  one.origin === other.origin && isSame(one.publicKey, other.publicKey)
