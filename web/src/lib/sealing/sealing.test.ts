import { asId, type BidId, type CallId, type SeatId } from '@enlace/domain'
import { envelopeFromJson, fromText, openEnvelope, type OpenerKey } from '@enlace/sealing'
import { beforeAll, describe, expect, it } from 'vitest'
import { type OwnShare, releaseAll } from './release-all.ts'
import { sealBid, type SealedBodies } from './seal-bid.ts'
import { sealing } from './sealing.ts'

const callId = asId<CallId>('call')
const bid = { bidId: asId<BidId>('bid'), revision: 2 }
const content = {
  technical: { answers: [{ key: 'how', text: 'Con sellos mecánicos' }], prices: [] },
  price: { answers: [], prices: [41_750] },
}
let keys: readonly OpenerKey[]
let bodies: SealedBodies
const heard: number[] = []

const keyAt = (index: number): OpenerKey => {
  const key = keys[index]
  if (key === undefined) throw new Error('no such key')
  return key
}
beforeAll(async () => {
  const { newOpenerKey } = await sealing()
  keys = await Promise.all([1, 2, 3].map(async () => (await newOpenerKey('x'.repeat(12), 600_000)).key))
  const openers = [...keys.map(({ publicKey }) => publicKey), null].map((publicKey, index) => ({
    id: asId<SeatId>(`opener-${index}`),
    organisation: 'Somebody',
    publicKey,
  }))
  bodies = await sealBid({
    call: { id: callId, envelopes: ['technical', 'price'], openers, threshold: 2 },
    bid,
    content,
    onprogress: (done) => heard.push(done),
  })
})
const shareOf = (envelope: 'technical' | 'price', opener: number): OwnShare => {
  const share = bodies[envelope]?.sealed.shares[opener]
  if (share === undefined) throw new Error('no such share')
  return { ...bid, share }
}

describe('a bid', () => {
  it('is sealed envelope by envelope to those who have a key, with progress, and shows nothing of itself', () => {
    expect(heard).toEqual([1 / 2, 1])
    expect(Object.keys(bodies)).toEqual(['technical', 'price'])
    expect(bodies.price?.sealed.shares).toHaveLength(3)
    expect(JSON.stringify(bodies)).not.toMatch(/sellos|41750/)
  })

  it('opens one envelope by what two openers release of it, and no other', async () => {
    const released = await Promise.all(
      [0, 2].map(async (opener) => {
        const { shares, failed } = await releaseAll({
          key: keyAt(opener),
          callId,
          envelope: 'technical',
          shares: [shareOf('technical', opener)],
        })
        expect(failed).toEqual([])
        return { openerId: `opener-${opener}`, share: fromText(shares[0]?.share) ?? new Uint8Array() }
      }),
    )
    const open = (envelope: 'technical' | 'price') =>
      openEnvelope({
        envelope: envelopeFromJson(bodies[envelope]?.sealed),
        shares: released,
        context: { callId, ...bid, envelope },
      })
    expect(JSON.parse(new TextDecoder().decode(await open('technical')))).toEqual(content.technical)
    await expect(open('price')).rejects.toEqual(expect.objectContaining({ code: 'sealing.tampered' }))
  })
})

it('a share that was tampered with holds none of the others back', async () => {
  const good = shareOf('price', 1)
  const progress: number[] = []
  const { shares, failed } = await releaseAll({
    key: keyAt(1),
    callId,
    envelope: 'price',
    shares: [
      { ...good, bidId: asId<BidId>('another') },
      { ...good, share: { ...good.share, sealed: 'short' } },
      shareOf('price', 0),
      good,
    ],
    onprogress: (done) => progress.push(done),
  })
  expect(shares.map(({ bidId }) => bidId)).toEqual(['bid'])
  expect(failed.map(({ error }) => (error as { code: string }).code)).toEqual([
    'sealing.tampered',
    'sealing.malformed',
    'sealing.wrong-key',
  ])
  expect(progress).toEqual([1 / 4, 1 / 2, 3 / 4, 1])
})
