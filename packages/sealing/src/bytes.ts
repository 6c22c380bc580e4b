import { SealingError } from './sealing-error.ts'

/** Bytes in memory of their own: what WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>

/** WebCrypto, or a SealingError where there is none. */
export function subtle(): SubtleCrypto {
  const { crypto } = globalThis as { readonly crypto?: Partial<Crypto> }
  if (crypto?.subtle === undefined)
    throw new SealingError('sealing.unsupported', 'Browsers seal and open only on pages that came by https.')
  return crypto.subtle
}

export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count))

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await subtle().digest('SHA-256', bytes))

const encoder = new TextEncoder()
export const utf8 = (text: string): Bytes => new Uint8Array(encoder.encode(text))

/** Parts one after the other. */
export function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const fourBytes = (value: number): Bytes => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** Parts one after the other, each behind its length: no two lists of parts give the same bytes. */
export function framed(parts: readonly (Uint8Array | string | number)[]): Bytes {
  return joined(
    parts.flatMap((part) => {
      if (typeof part === 'number') return [fourBytes(4), fourBytes(part)]
      const bytes = typeof part === 'string' ? utf8(part) : part
      return [fourBytes(bytes.length), bytes]
    }),
  )
}

export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length
  for (let index = 0; index < one.length; index += 1) difference |= (one[index] ?? 0) ^ (other[index] ?? 0)
  return difference === 0
}

const piece = 0x8000
/** Bytes as base64url without padding (RFC 4648 §5). */
export function toText(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes of a base64url text of exactly this length, or null: one text for one value, so nothing has two spellings. */
export function fromText(text: unknown, length: number | null = null): Bytes | null {
  if (typeof text !== 'string' || text.length % 4 === 1 || !/^[A-Za-z0-9_-]*$/.test(text)) return null
  if (length !== null && text.length !== Math.ceil((length * 4) / 3)) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  const tail = text.length % 4
  const isCanonical = tail === 0 || toText(bytes.subarray(bytes.length - (tail - 1))) === text.slice(-tail)
  return isCanonical ? bytes : null
}
