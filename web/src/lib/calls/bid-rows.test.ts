import type { OpenedBid } from '@enlace/contracts'
import { asId, type BidId, type OrganisationId } from '@enlace/domain'
import { describe, expect, it } from 'vitest'
import { bestBy, bidRows, scoresByPrice } from './bid-rows.ts'

const call = {
  lots: [],
  criteria: [{ key: 'price', envelope: 'price' as const, name: 'Price', weight: 100, maxScore: 10 }],
}
const bid = (
  id: string,
  prices: readonly (number | null)[] | null,
  score?: number,
  passed: boolean | null = null,
): OpenedBid => ({
  id: asId<BidId>(id),
  bidder: { id: asId<OrganisationId>(`firm-${id}`), name: id, country: null },
  receivedAt: '2026-01-01T00:00:00.000Z',
  digest: 'd',
  openings:
    prices === null
      ? []
      : [{ envelope: 'price', content: { answers: [], prices: [...prices] }, fault: null, passed, reason: '' }],
  scores: score === undefined ? [] : [{ criterion: 'price', score }],
})
const ids = (rows: readonly { bid: OpenedBid }[]): string[] => rows.map((row) => row.bid.id)

describe('bids side by side', () => {
  it('stand by their totals, those out of the race last', () => {
    const rows = bidRows(call, [bid('a', [900], 5), bid('b', [700], 9, false), bid('c', [800], 8)])
    expect([ids(rows), rows.map(({ total }) => total)]).toEqual([
      ['c', 'a', 'b'],
      [80, 50, 90],
    ])
  })

  it('have no price and no total before they are opened and scored', () => {
    const [row] = bidRows(call, [bid('a', null)])
    expect([row?.price, row?.total, row?.prices]).toEqual([null, null, null])
  })

  it('are best only among several that are in the race', () => {
    const rows = bidRows(call, [bid('a', [900]), bid('b', [700], undefined, false), bid('c', [800])])
    expect([...bestBy(rows, ({ price }) => price, 'lower')]).toEqual(['c'])
    expect(bestBy(rows.slice(0, 1), ({ price }) => price, 'lower').size).toBe(0)
  })

  it('are given what their price is of the lowest, and nothing where a lot is left out', () => {
    const rows = bidRows(call, [bid('a', [400, 600]), bid('b', [250, 250]), bid('c', [100, null])])
    expect([...scoresByPrice(rows, 10)].toSorted(([one], [other]) => (one < other ? -1 : 1))).toEqual([
      ['a', 5],
      ['b', 10],
    ])
  })
})
