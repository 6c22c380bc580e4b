import { fromText, sha256, type Bytes } from './bytes.ts'
import { contextBytes, type EnvelopeContext } from './context.ts'
import { SealingError } from './sealing-error.ts'

/** One part of an envelope's key, sealed to one opener. */
export type SealedShare = {
  readonly openerId: string
  /** The opener's public key to which it is sealed, as base64url. */
  readonly publicKey: string
  readonly sealed: Bytes
  /** Of the share in clear: by it anybody sees that a released share is the one that was sealed. */
  readonly digest: Bytes
}

/** What a bidder hands in: nobody reads it before `threshold` openers have released their shares. */
export type SealedEnvelope = {
  readonly threshold: number
  readonly ciphertext: Bytes
  /** By the opener's id, each once. */
  readonly shares: readonly SealedShare[]
  /** Binds all of the above to the one key that opens it. */
  readonly commitment: Bytes
}

export const shareSize = 33
export const sealedShareSize = 32 + shareSize + 16
export const digestSize = 32
export const keySize = 32
export const nonceSize = 12
export const tagSize = 16
/** How many openers an envelope can have. Two at least, so that nobody opens alone. */
export const openerLimit = 16

type Unbound = Omit<SealedEnvelope, 'commitment'>

const partsOf = ({ threshold, shares }: Unbound): (Bytes | string | number)[] => [
  threshold,
  shares.length,
  ...shares.flatMap(({ openerId, publicKey, sealed, digest }) => [openerId, publicKey, sealed, digest]),
]

/** What binds an envelope to its key; who does not know the key cannot make another. */
export const commitmentOf = async (envelope: Unbound, key: Bytes, context: EnvelopeContext): Promise<Bytes> =>
  sha256(contextBytes('commitment', context, [key, await sha256(envelope.ciphertext), ...partsOf(envelope)]))

export const shareDigest = async (share: Bytes, openerId: string, context: EnvelopeContext): Promise<Bytes> =>
  sha256(contextBytes('share digest', context, [openerId, share]))

/** The digest that stands on receipts: SHA-256 over all of an envelope and whose it is. */
export const envelopeDigest = async (envelope: SealedEnvelope, context: EnvelopeContext): Promise<Bytes> =>
  sha256(contextBytes('envelope', context, [envelope.ciphertext, ...partsOf(envelope), envelope.commitment]))

/** Whose key an envelope must be sealed to. */
export type OpenerAddress = { readonly id: string; readonly publicKey: string }

/** Whether an envelope is sealed to just these openers, so many of whom are needed. */
export function isSealedTo(envelope: SealedEnvelope, openers: readonly OpenerAddress[], threshold: number): boolean {
  const wanted = byId(openers)
  return (
    envelope.threshold === threshold &&
    envelope.shares.length === wanted.length &&
    envelope.shares.every(
      ({ openerId, publicKey }, index) => openerId === wanted[index]?.id && publicKey === wanted[index].publicKey,
    )
  )
}

/** An id as openers have it: short, printable, without spaces. */
export const isOpenerId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]{1,100}$/.test(value)

/** Openers in the order of an envelope's shares; refuses too few, too many, and two that are one. */
export function addressesOf(openers: readonly OpenerAddress[], threshold: number): readonly OpenerAddress[] {
  const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length
  if (
    !Number.isInteger(threshold) ||
    threshold < 2 ||
    openers.length < threshold ||
    openers.length > openerLimit ||
    !distinct(openers.map(({ id }) => id)) ||
    !distinct(openers.map(({ publicKey }) => publicKey)) ||
    !openers.every(({ id, publicKey }) => isOpenerId(id) && fromText(publicKey, keySize) !== null)
  )
    throw new SealingError(
      'sealing.malformed',
      'An envelope is sealed to two or more openers, each with a key of its own.',
    )
  return byId(openers)
}

const byId = (openers: readonly OpenerAddress[]): readonly OpenerAddress[] =>
  openers.toSorted((one, other) => (one.id < other.id ? -1 : 1))
