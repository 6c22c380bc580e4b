import { beforeAll, describe, expect, it } from 'vitest'

import { toText, type Bytes } from './bytes.ts'
import type { EnvelopeContext } from './context.ts'
import { envelopeDigest, isSealedTo, type SealedEnvelope } from './envelope.ts'
import { newHpkeKeys } from './hpke.ts'
import { openEnvelope } from './open-envelope.ts'
import { isShare, releaseShare } from './release-share.ts'
import { sealEnvelope } from './seal-envelope.ts'
import { fingerprintOf, isPublicKey } from './public-key.ts'
import type { OpenerKey } from './opener-key.ts'

const context: EnvelopeContext = { callId: 'call-1', bidId: 'bid-1', revision: 1, envelope: 'price' }
const text = 'We supply it for 41 750 a year.'
const plaintext = new TextEncoder().encode(text)
type Opener = { readonly id: string; readonly publicKey: string; readonly key: OpenerKey }
let openers: readonly [Opener, Opener, Opener]
let envelope: SealedEnvelope

async function opener(id: string): Promise<Opener> {
  const keys = await newHpkeKeys()
  const publicKey = toText(keys.publicKey)
  return { id, publicKey, key: { publicKey, privateKey: keys.privateKey } }
}
const seal = (of: Partial<Parameters<typeof sealEnvelope>[0]> = {}) =>
  sealEnvelope({ plaintext, openers, threshold: 2, context, ...of })
const release = async (
  of: SealedEnvelope,
  { id, key }: Opener,
  at = context,
): Promise<{ openerId: string; share: Bytes }> => {
  const share = of.shares.find(({ openerId }) => openerId === id)
  if (share === undefined) throw new Error('not sealed to this opener')
  return { openerId: id, share: await releaseShare({ share, key, context: at }) }
}
const open = async (of: SealedEnvelope, by: readonly Opener[], at = context): Promise<string> =>
  new TextDecoder().decode(
    await openEnvelope({
      envelope: of,
      shares: await Promise.all(by.map((one) => release(envelope, one))),
      context: at,
    }),
  )
const coded = (code: string) => expect.objectContaining({ code })

beforeAll(async () => {
  openers = [await opener('ana'), await opener('ben'), await opener('eva')]
  envelope = await seal()
})

describe('an envelope', () => {
  it('opens by any two of its three openers, and by all', async () => {
    const [ana, ben, eva] = openers
    for (const by of [
      [ana, ben],
      [ana, eva],
      [eva, ben],
      [ana, ben, eva],
    ])
      expect(await open(envelope, by)).toBe(text)
  })

  it('opens by nobody alone, by no share twice, and by none', async () => {
    const [ana] = openers
    const share = await release(envelope, ana)
    for (const shares of [[share], [share, share], []])
      await expect(openEnvelope({ envelope, shares, context })).rejects.toEqual(coded('sealing.too-few-shares'))
  })

  it('has the same size for whatever is inside, up to the next step, and says nothing of it', async () => {
    const sizes = await Promise.all(
      [0, 1, 900, 1020, 1021, 4092, 4093].map(
        async (length) => (await seal({ plaintext: new Uint8Array(length) })).ciphertext.length - 28,
      ),
    )
    expect(sizes).toEqual([1024, 1024, 1024, 1024, 4096, 4096, 16_384])
    expect(Buffer.from(envelope.ciphertext).includes('41 750')).toBe(false)
  })

  it('is another each time, with another digest; the digest of one stays', async () => {
    const other = await seal()
    expect(other.ciphertext).not.toEqual(envelope.ciphertext)
    expect(await envelopeDigest(other, context)).not.toEqual(await envelopeDigest(envelope, context))
    expect(await envelopeDigest(envelope, context)).toEqual(await envelopeDigest({ ...envelope }, { ...context }))
  })

  it('is not made for one opener, for more than there are, for two with one key, or for a key of no use', async () => {
    const [ana, ben] = openers
    const refused = [
      { openers: [ana], threshold: 1 },
      { threshold: 1 },
      { threshold: 4 },
      { openers: [ana, { ...ben, publicKey: ana.publicKey }] },
      { openers: [ana, { ...ben, id: ana.id }] },
      { openers: [ana, { ...ben, publicKey: 'short' }] },
    ]
    for (const one of refused) await expect(seal(one)).rejects.toEqual(coded('sealing.malformed'))
    await expect(seal({ openers: [ana, { ...ben, publicKey: toText(new Uint8Array(32)) }] })).rejects.toEqual(
      expect.objectContaining({ code: 'sealing.wrong-key', openerId: 'ben' }),
    )
    await expect(seal({ plaintext: new Uint8Array(16 * 1024 * 1024) })).rejects.toEqual(coded('sealing.too-large'))
  })

  it('shows whom it is sealed to', () => {
    expect(isSealedTo(envelope, openers.toReversed(), 2)).toBe(true)
    expect(isSealedTo(envelope, openers, 3)).toBe(false)
    expect(isSealedTo(envelope, openers.slice(1), 2)).toBe(false)
    const [ana, ben, eva] = openers
    expect(isSealedTo(envelope, [ana, { ...ben, publicKey: eva.publicKey }, eva], 2)).toBe(false)
  })
})

describe('a share', () => {
  it('is released by its own key alone, and known as the one that was sealed', async () => {
    const [ana, ben] = openers
    const [share] = envelope.shares
    if (share === undefined) throw new Error('no share')
    await expect(releaseShare({ share, key: ben.key, context })).rejects.toEqual(coded('sealing.wrong-key'))
    const posing = { publicKey: ana.publicKey, privateKey: ben.key.privateKey }
    await expect(releaseShare({ share, key: posing, context })).rejects.toEqual(coded('sealing.tampered'))
    const released = await releaseShare({ share, key: ana.key, context })
    expect(await isShare(released, share, context)).toBe(true)
    expect(await isShare(released.slice(1), share, context)).toBe(false)
    expect(await isShare(released, { ...share, openerId: 'ben' }, context)).toBe(false)
  })

  it('of another envelope counts for nothing', async () => {
    const [ana, ben] = openers
    const other = await seal()
    const [own, foreign] = [await release(envelope, ana), await release(other, ben)]
    await expect(openEnvelope({ envelope, shares: [own, foreign], context })).rejects.toEqual(
      expect.objectContaining({ code: 'sealing.tampered', openerId: 'ben' }),
    )
    const [third] = [await release(envelope, openers[2])]
    expect(await openEnvelope({ envelope, shares: [foreign, own, third], context })).toEqual(plaintext)
  })
})

it('a bidder who seals parts that do not belong together is refused, whoever opens', async () => {
  const [ana, ben, eva] = openers
  const other = await seal()
  // Share by share each is well made; together they are the key of neither.
  const mixed = {
    ...envelope,
    shares: envelope.shares.map((share, index) => (index === 1 ? (other.shares[1] ?? share) : share)),
  }
  const shares = await Promise.all([release(envelope, ana), release(other, ben), release(envelope, eva)])
  for (const by of [shares.slice(0, 2), shares.slice(1), shares])
    await expect(openEnvelope({ envelope: mixed, shares: by, context })).rejects.toEqual(coded('sealing.tampered'))
})

it('a public key has one spelling, and one that gives everybody the same secret is none', async () => {
  const [{ publicKey }] = openers
  expect(await isPublicKey(publicKey)).toBe(true)
  const bytes = Buffer.from(publicKey, 'base64url')
  bytes[31] = (bytes[31] ?? 0) | 0x80
  const beyond = Buffer.alloc(32, 0xff)
  ;[beyond[0], beyond[31]] = [0xed, 0x7f]
  const lowOrder = ['', '01', 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800']
  for (const bad of [bytes, beyond, ...lowOrder.map((one) => Buffer.from(one.padEnd(64, '0'), 'hex'))])
    expect(await isPublicKey(bad.toString('base64url'))).toBe(false)
  for (const bad of ['', 'x'.repeat(43), `${publicKey}=`, publicKey.slice(1)])
    expect(await isPublicKey(bad)).toBe(false)
})

it('a fingerprint is eight groups of five digits, and another for another key', async () => {
  const [ana, ben] = openers
  expect(await fingerprintOf(ana.publicKey)).toMatch(/^\d{5}( \d{5}){7}$/)
  expect(await fingerprintOf(ana.publicKey)).not.toBe(await fingerprintOf(ben.publicKey))
  await expect(fingerprintOf('none')).rejects.toEqual(coded('sealing.malformed'))
})
