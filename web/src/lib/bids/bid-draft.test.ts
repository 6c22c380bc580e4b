import type { OwnBid } from '@enlace/contracts'
import { asId, checkBid, type BidField, type BidId } from '@enlace/domain'
import { describe, expect, it } from 'vitest'
import { contentOfDraft, draftFrom, DraftShelf, isBlank } from './bid-draft.ts'

class Drawer {
  readonly kept = new Map<string, string>()
  isFull = false
  get length(): number {
    return this.kept.size
  }
  key = (at: number): string | null => [...this.kept.keys()][at] ?? null
  getItem = (key: string): string | null => this.kept.get(key) ?? null
  removeItem = (key: string): void => void this.kept.delete(key)
  setItem = (key: string, value: string): void => {
    if (this.isFull) throw new Error('full')
    this.kept.set(key, value)
  }
}
const field = (key: string, envelope: BidField['envelope']): BidField => ({
  key,
  envelope,
  label: key,
  required: true,
  maxWords: 20,
  prefill: null,
})
const call = {
  title: 'Pump seals',
  version: 2,
  envelopes: ['technical', 'price'] as const,
  fields: [field('how', 'technical')],
  lots: [
    { title: 'One', text: '', quantity: null },
    { title: 'Two', text: '', quantity: null },
  ],
}
const bid: OwnBid = {
  id: asId<BidId>('0190a000-0000-7000-8000-000000000001'),
  state: 'submitted',
  callVersion: 1,
  confirmed: false,
  receipt: {
    bidId: asId('0190a000-0000-7000-8000-000000000001'),
    callId: asId('0190a000-0000-7000-8000-000000000002'),
    revision: 3,
    digest: 'x',
    receivedAt: '2026-11-26T12:00:00Z',
    log: { index: 0, at: '', entry: '', facts: null, salt: null, checkpoint: '', signature: '', proof: [] },
  },
  content: {
    technical: { answers: [{ key: 'how', text: 'With a seal' }], prices: [] },
    price: { answers: [], prices: [100, null] },
  },
}

describe('a draft of a bid', () => {
  it('begins from what was handed in and says the same', () => {
    const draft = draftFrom(call, bid, { how: 'From the passport' })
    expect(contentOfDraft(call, draft)).toEqual(bid.content)
    expect([draft.bidId, draft.basis, draft.callVersion, draft.edited]).toEqual([bid.id, 3, 1, false])
  })

  it('begins with the answers of the passport, which alone are nothing written', () => {
    const draft = draftFrom(call, null, { how: 'From the passport' })
    expect([draft.answers, isBlank(draft), draft.bidId.length]).toEqual([{ how: 'From the passport' }, true, 36])
    draft.answers['how'] = 'From the passport, and more'
    expect(isBlank(draft)).toBe(false)
  })

  it('hands in what is asked and nothing else, one price a lot', () => {
    const draft = { ...draftFrom(call, null, {}), answers: { how: ' So ', gone: 'Not asked any more' }, prices: [5] }
    const content = contentOfDraft(call, draft)
    expect(content.price?.prices).toEqual([5, null])
    expect(content.technical?.answers).toEqual([{ key: 'how', text: 'So' }])
    expect(() => checkBid(call, content)).not.toThrow()
  })
})

describe('a shelf of drafts', () => {
  const drawer = new Drawer()
  const shelf = new DraftShelf(drawer, { organisationId: 'one', personId: 'ana' })
  const draft = draftFrom(call, null, {})

  it('keeps each person and organisation apart', () => {
    shelf.keep('c1', { ...draft, edited: true })
    shelf.keep('c2', draft)
    const others = [
      { organisationId: 'one', personId: 'ben' },
      { organisationId: 'two', personId: 'ana' },
    ].map((writer) => new DraftShelf(drawer, writer))
    expect(others.map((other) => [other.read('c1'), other.unsent()])).toEqual([
      [null, []],
      [null, []],
    ])
    expect(shelf.unsent()).toEqual([{ callId: 'c1', title: 'Pump seals' }])
    expect(shelf.read('c1')).toEqual({ ...draft, edited: true })
  })

  it('says so where nothing is kept, and reads nothing from what is broken', () => {
    drawer.isFull = true
    expect(shelf.keep('c3', draft)).toBe(false)
    drawer.kept.set('bid-draft:one:ana:c4', '{')
    expect([shelf.read('c4'), shelf.unsent().length]).toEqual([null, 1])
  })
})
