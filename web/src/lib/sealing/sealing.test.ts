import { envelopeFromJson, openEnvelope, fromText, type OpenerKey, type ReleasedShare } from '@enlace/sealing'
import { beforeAll, describe, expect, it } from 'vitest'
import { releaseAll, type OwnShare } from './release-all.ts'
import { sealBid, type SealedPart } from './seal-bid.ts'
import { sealing } from './sealing.ts'

const bid = { callId: 'call', bidId: 'bid', revision: 2 }
const said = ['Who we are', 'How we do it', 'What it costs']
const names = ['qualification', 'technical', 'price']
let keys: readonly OpenerKey[]
let sealed: readonly SealedPart[]
const heard: number[] = []

beforeAll(async () => {
  const { newOpenerKey } = await sealing()
  keys = await Promise.all([1, 2, 3].map(async () => (await newOpenerKey('x'.repeat(12), 600_000)).key))
  sealed = await sealBid({
    parts: names.map((envelope, index) => ({ envelope, plaintext: new TextEncoder().encode(said[index]) })),
    openers: keys.map(({ publicKey }, index) => ({ id: `opener-${index}`, publicKey })),
    threshold: 2,
    bid,
    onprogress: (done) => heard.push(done),
  })
})
const ownShares = (envelope: string, opener: number, of: readonly SealedPart[] = sealed): OwnShare[] =>
  of
    .filter((part) => part.envelope === envelope)
    .flatMap((part) => part.sealed.shares.slice(opener, opener + 1))
    .map((share) => ({ bidId: bid.bidId, revision: bid.revision, share }))

describe('a bid', () => {
  it('is sealed envelope by envelope, with progress and a digest for each', () => {
    expect(heard).toEqual([1 / 3, 2 / 3, 1])
    expect(sealed.map(({ envelope }) => envelope)).toEqual(names)
    expect(new Set(sealed.map(({ digest }) => digest)).size).toBe(3)
    expect(sealed.every(({ digest }) => fromText(digest, 32) !== null)).toBe(true)
  })

  it('opens one envelope by what two openers release of it, and no other', async () => {
    const released: ReleasedShare[] = []
    for (const opener of [0, 2]) {
      const failed = await releaseAll({
        key: keys[opener] as OpenerKey,
        callId: bid.callId,
        envelope: 'technical',
        shares: ownShares('technical', opener),
        send: async (_bidId, share) =>
          released.push({ openerId: `opener-${opener}`, share: fromText(share) ?? new Uint8Array() }),
      })
      expect(failed).toEqual([])
    }
    const open = (index: number) =>
      openEnvelope({
        envelope: envelopeFromJson(sealed[index]?.sealed),
        shares: released,
        context: { ...bid, envelope: names[index] ?? '' },
      })
    expect(new TextDecoder().decode(await open(1))).toBe('How we do it')
    await expect(open(2)).rejects.toEqual(expect.objectContaining({ code: 'sealing.tampered' }))
  })
})

it('a share that is tampered with, or refused, holds none of the others back', async () => {
  const [good] = ownShares('price', 1)
  if (good === undefined) throw new Error('no share')
  const bad = { ...good, bidId: 'tampered' }
  const sent: string[] = []
  const heardOf: number[] = []
  const failed = await releaseAll({
    key: keys[1] as OpenerKey,
    callId: bid.callId,
    envelope: 'price',
    shares: [bad, { ...good, share: { ...good.share, sealed: 'short' } }, good],
    send: async (bidId) => sent.push(bidId),
    onprogress: (done) => heardOf.push(done),
  })
  expect(sent).toEqual(['bid'])
  expect(failed.map(({ error }) => (error as { code: string }).code)).toEqual(['sealing.tampered', 'sealing.malformed'])
  expect(heardOf).toEqual([1 / 3, 2 / 3, 1])
  const refusing = await releaseAll({
    key: keys[1] as OpenerKey,
    callId: bid.callId,
    envelope: 'price',
    shares: [good],
    send: () => Promise.reject(new Error('refused')),
  })
  expect(refusing).toEqual([{ bidId: 'bid', error: new Error('refused') }])
})
