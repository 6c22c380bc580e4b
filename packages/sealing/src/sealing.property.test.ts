import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import { fromText, toText, type Bytes } from './bytes.ts'
import type { EnvelopeContext } from './context.ts'
import { envelopeFromJson, envelopeToJson, type EnvelopeJson } from './envelope-json.ts'
import { envelopeDigest, type SealedEnvelope } from './envelope.ts'
import { newHpkeKeys } from './hpke.ts'
import { openEnvelope, type ReleasedShare } from './open-envelope.ts'
import { releaseShare } from './release-share.ts'
import { sealEnvelope } from './seal-envelope.ts'
import { SealingError } from './sealing-error.ts'

const context: EnvelopeContext = { callId: 'c', bidId: 'b', revision: 3, envelope: 'technical' }
type Key = { readonly publicKey: string; readonly privateKey: Bytes }
let keys: readonly Key[]
const keyAt = (index: number): Key => {
  const key = keys[index]
  if (key === undefined) throw new Error('no such key')
  return key
}
beforeAll(async () => {
  keys = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const { publicKey, privateKey } = await newHpkeKeys()
      return { publicKey: toText(publicKey), privateKey }
    }),
  )
})
const seal = (plaintext: Uint8Array, count = 3, threshold = 2): Promise<SealedEnvelope> =>
  sealEnvelope({
    plaintext,
    openers: keys.slice(0, count).map(({ publicKey }, index) => ({ id: `o${index}`, publicKey })),
    threshold,
    context,
  })
const releaseAll = (envelope: SealedEnvelope): Promise<ReleasedShare[]> =>
  Promise.all(
    envelope.shares.map(async (share, index) => ({
      openerId: share.openerId,
      share: await releaseShare({ share, key: keyAt(index), context }),
    })),
  )
const codeOf = (of: Promise<unknown>): Promise<string> =>
  of.then(
    () => 'opened',
    (error: unknown) => (error instanceof SealingError ? error.code : `not coded: ${String(error)}`),
  )
/** What an envelope that is read says of itself, or why it is none. */
const readAgain = (value: unknown): unknown => {
  try {
    return envelopeToJson(envelopeFromJson(value))
  } catch (error) {
    return error instanceof SealingError ? error.code : error
  }
}
const flipped = (bytes: Bytes, bit: number): Bytes => {
  const copy = bytes.slice()
  const at = Math.floor(bit / 8) % copy.length
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8))
  return copy
}

it('what was sealed comes back, through the wire, by any k of n', async () => {
  const shapes = fc.integer({ min: 2, max: 5 }).chain((count) =>
    fc.record({
      plaintext: fc.uint8Array({ maxLength: 5000 }),
      count: fc.constant(count),
      threshold: fc.integer({ min: 2, max: count }),
      order: fc.shuffledSubarray([0, 1, 2, 3, 4].slice(0, count), { minLength: count }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(shapes, async ({ plaintext, count, threshold, order }) => {
      const sealed = await seal(plaintext, count, threshold)
      const envelope = envelopeFromJson(JSON.parse(JSON.stringify(envelopeToJson(sealed))))
      expect(envelope).toEqual(sealed)
      expect(await envelopeDigest(envelope, context)).toEqual(await envelopeDigest(sealed, context))
      const all = await releaseAll(envelope)
      const shares = order.flatMap((index) => all.slice(index, index + 1))
      expect(await openEnvelope({ envelope, shares: shares.slice(0, threshold), context })).toEqual(
        new Uint8Array(plaintext),
      )
      expect(await codeOf(openEnvelope({ envelope, shares: shares.slice(0, threshold - 1), context }))).toBe(
        'sealing.too-few-shares',
      )
    }),
    { numRuns: 60 },
  )
})

describe('of one envelope', () => {
  let envelope: SealedEnvelope
  let shares: readonly ReleasedShare[]
  beforeAll(async () => {
    envelope = await seal(new TextEncoder().encode('A price of 12.'))
    shares = (await releaseAll(envelope)).slice(0, 2)
  })
  const change = {
    ciphertext: (bit: number): SealedEnvelope => ({ ...envelope, ciphertext: flipped(envelope.ciphertext, bit) }),
    commitment: (bit: number): SealedEnvelope => ({ ...envelope, commitment: flipped(envelope.commitment, bit) }),
    sealed: (bit: number): SealedEnvelope =>
      withShare(bit, (share) => ({ ...share, sealed: flipped(share.sealed, bit) })),
    digest: (bit: number): SealedEnvelope =>
      withShare(bit, (share) => ({ ...share, digest: flipped(share.digest, bit) })),
    openerId: (bit: number): SealedEnvelope =>
      withShare(bit, (share) => ({ ...share, openerId: `${share.openerId}x` })),
    publicKey: (bit: number): SealedEnvelope =>
      withShare(bit, (share) => ({ ...share, publicKey: keyAt(4).publicKey })),
    threshold: (): SealedEnvelope => ({ ...envelope, threshold: 3 }),
  }
  const withShare = (
    bit: number,
    to: (share: SealedEnvelope['shares'][number]) => SealedEnvelope['shares'][number],
  ) => ({
    ...envelope,
    shares: envelope.shares.map((share, index) => (index === bit % 3 ? to(share) : share)),
  })

  it('no bit can be changed anywhere without being found', async () => {
    const parts = fc.constantFrom(
      ...(['ciphertext', 'commitment', 'sealed', 'digest', 'openerId', 'publicKey'] as const),
    )
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), async (part, bit) => {
        expect(await codeOf(openEnvelope({ envelope: change[part](bit), shares, context }))).toBe('sealing.tampered')
      }),
      { numRuns: 600 },
    )
    expect(
      await codeOf(openEnvelope({ envelope: change.threshold(), shares: await releaseAll(envelope), context })),
    ).toBe('sealing.tampered')
    expect(await codeOf(openEnvelope({ envelope, shares, context }))).toBe('opened')
  })

  it('no bit of a sealed or a released share can be changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (bit) => {
        const [share, released] = [envelope.shares[0], shares[0]]
        if (share === undefined || released === undefined) throw new Error('no share')
        const broken = { ...share, sealed: flipped(share.sealed, bit) }
        expect(await codeOf(releaseShare({ share: broken, key: keyAt(0), context }))).toBe('sealing.tampered')
        const other = [{ ...released, share: flipped(released.share, bit) }, ...shares.slice(1)]
        expect(await codeOf(openEnvelope({ envelope, shares: other, context }))).toBe('sealing.tampered')
      }),
      { numRuns: 200 },
    )
  })

  it('nothing of it opens as another envelope, revision, bid or call', async () => {
    const others: readonly EnvelopeContext[] = [
      { ...context, callId: 'd' },
      { ...context, bidId: 'bb' },
      { ...context, revision: 4 },
      { ...context, envelope: 'price' },
      { ...context, callId: 'cb', bidId: '' },
    ]
    for (const other of others) {
      expect(await codeOf(openEnvelope({ envelope, shares, context: other }))).toBe('sealing.tampered')
      const [share] = envelope.shares
      if (share === undefined) throw new Error('no share')
      expect(await codeOf(releaseShare({ share, key: keyAt(0), context: other }))).toBe('sealing.tampered')
    }
  })

  it('hostile texts are refused by code, and what is read says itself again', () => {
    const good = envelopeToJson(envelope)
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({
        v: fc.constant(1),
        threshold: fc.jsonValue(),
        ciphertext: fc.string(),
        shares: fc.array(fc.jsonValue()),
        commitment: fc.string(),
      }),
      fc
        .tuple(fc.constantFrom(...(Object.keys(good) as (keyof EnvelopeJson)[])), fc.jsonValue())
        .map(([name, value]) => ({ ...good, [name]: value })),
      fc
        .tuple(fc.nat(2), fc.constantFrom('openerId', 'publicKey', 'sealed', 'digest', 'more'), fc.jsonValue())
        .map(([at, name, value]) => ({
          ...good,
          shares: good.shares.map((share, index) => (index === at ? { ...share, [name]: value } : share)),
        })),
    )
    fc.assert(
      fc.property(anything, (value) => {
        expect([value, 'sealing.malformed']).toContainEqual(readAgain(value))
      }),
      { numRuns: 2000 },
    )
    expect(() => envelopeFromJson({ ...good, shares: good.shares.toReversed() })).toThrow(SealingError)
    expect(() => envelopeFromJson({ ...good, ciphertext: good.ciphertext.slice(4) })).toThrow(SealingError)
    expect(envelopeToJson(envelopeFromJson(good))).toEqual(good)
  })
})

it('a text stands for one value, and a value for one text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(fromText(toText(bytes))).toEqual(new Uint8Array(bytes))
    }),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const bytes = fromText(text)
      expect([null, text]).toContain(bytes === null ? null : toText(bytes))
    }),
    { numRuns: 2000 },
  )
  for (const text of ['A', 'AB', 'AAB', 'AA==', 'A+', 'A/', 'A A', '\n']) expect(fromText(text)).toBe(null)
  expect(fromText('AA', 2)).toBe(null)
})
