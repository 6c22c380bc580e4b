import { fromText, toText, type Bytes } from './bytes.ts'
import {
  digestSize,
  isOpenerId,
  keySize,
  nonceSize,
  openerLimit,
  sealedShareSize,
  tagSize,
  type SealedEnvelope,
  type SealedShare,
} from './envelope.ts'
import { paddingSteps } from './padding.ts'
import { SealingError } from './sealing-error.ts'

/** An envelope as it goes over the wire: bytes as base64url. */
export type EnvelopeJson = {
  readonly v: 1
  readonly threshold: number
  readonly ciphertext: string
  readonly shares: readonly SealedShareJson[]
  readonly commitment: string
}
export type SealedShareJson = {
  readonly openerId: string
  readonly publicKey: string
  readonly sealed: string
  readonly digest: string
}

export const shareToJson = ({ openerId, publicKey, sealed, digest }: SealedShare): SealedShareJson => ({
  openerId,
  publicKey,
  sealed: toText(sealed),
  digest: toText(digest),
})

export const envelopeToJson = ({ threshold, ciphertext, shares, commitment }: SealedEnvelope): EnvelopeJson => ({
  v: 1,
  threshold,
  ciphertext: toText(ciphertext),
  shares: shares.map(shareToJson),
  commitment: toText(commitment),
})

const malformed = (): SealingError => new SealingError('sealing.malformed', 'This is not a sealed envelope.')

/** The fields of an object that has just these, or throws. */
function fieldsOf<Name extends string>(value: unknown, names: readonly Name[]): Record<Name, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed()
  const keys = Object.keys(value)
  if (keys.length !== names.length || !names.every((name) => keys.includes(name))) throw malformed()
  return value as Record<Name, unknown>
}

const bytesOf = (text: unknown, length: number): Bytes => {
  const bytes = fromText(text, length)
  if (bytes === null) throw malformed()
  return bytes
}

/** Reads one sealed share from the wire; a SealingError says that it is none. */
export function shareFromJson(value: unknown): SealedShare {
  const { openerId, publicKey, sealed, digest } = fieldsOf(value, ['openerId', 'publicKey', 'sealed', 'digest'])
  bytesOf(publicKey, keySize)
  if (!isOpenerId(openerId)) throw malformed()
  return {
    openerId,
    publicKey: publicKey as string,
    sealed: bytesOf(sealed, sealedShareSize),
    digest: bytesOf(digest, digestSize),
  }
}

const ciphertextSizes = paddingSteps.map((step) => nonceSize + step + tagSize)
function ciphertextOf(text: unknown): Bytes {
  const size = ciphertextSizes.find((one) => typeof text === 'string' && text.length === Math.ceil((one * 4) / 3))
  return bytesOf(text, size ?? -1)
}

/** Reads an envelope from the wire, where anything may stand; a SealingError says that it is none. */
export function envelopeFromJson(value: unknown): SealedEnvelope {
  const given = fieldsOf(value, ['v', 'threshold', 'ciphertext', 'shares', 'commitment'])
  const { v, threshold, shares } = given
  if (v !== 1 || !Array.isArray(shares) || shares.length > openerLimit) throw malformed()
  if (!Number.isInteger(threshold) || Number(threshold) < 2 || Number(threshold) > shares.length) throw malformed()
  const read = shares.map(shareFromJson)
  if (new Set(read.map(({ publicKey }) => publicKey)).size < read.length) throw malformed()
  // One order and nobody twice, so that an envelope has one spelling.
  if (read.some(({ openerId }, index) => index > 0 && openerId <= (read[index - 1]?.openerId ?? ''))) throw malformed()
  return {
    threshold: Number(threshold),
    ciphertext: ciphertextOf(given.ciphertext),
    shares: read,
    commitment: bytesOf(given.commitment, digestSize),
  }
}
