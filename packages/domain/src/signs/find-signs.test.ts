import { describe, expect, it } from 'vitest'

import { asId, type BidId, type CallId, type OrganisationId, type UserId } from '../brand.ts'
import { callSignKinds, type CallSignKind } from './call-sign.ts'
import { findSigns } from './find-signs.ts'
import type { PastBid, PastCall, PastCard } from './past-call.ts'

const person = (name: string) => ({ id: asId<UserId>(name), name })
const topics = ['pumps', 'belts', 'seals', 'valves', 'roads', 'tanks', 'filters', 'motors', 'cables', 'lamps']
/** An answer in words of its bidder's own. */
const answerOf = (bidder: string, call: number): string =>
  Array.from({ length: 40 }, (_, at) => `${bidder}${(at * 7 + call) % 41}`).join(' ')

const bid = (call: number, bidder: string, total: number, score: number): PastBid => ({
  id: asId<BidId>(`bid ${call} ${bidder}`),
  bidderId: asId<OrganisationId>(bidder),
  bidder,
  texts: [answerOf(bidder, call)],
  total: total * 100,
  score,
  passed: true,
  people: [`person of ${bidder}`],
  domains: [`${bidder}.example`],
  joined: [],
})
const cardsOf = (bids: readonly PastBid[], evaluators: PastCall['evaluators']): PastCard[] =>
  bids.flatMap(({ id, score }) =>
    evaluators.map((evaluator, at) => ({
      evaluatorId: evaluator.id,
      evaluator: evaluator.name,
      bidId: id,
      share: (score ?? 0) / 100 + at * 0.03,
    })),
  )

/** An honest year: ten calls, firms that come and go, prices of their own, the best bid wins. */
const fields = ['abc', 'bcd', 'ace', 'bde', 'acd', 'abe', 'cde', 'abd', 'bce', 'ade']
const winners = 'abcdecabde'
const honest = (at: number): PastCall => {
  const bidders = (fields[at] ?? '').split('')
  const evaluators = ['e1', 'e2', 'e3', 'e4'].filter((_, index) => index !== at % 4).map(person)
  const bids = bidders.map((name, index) =>
    bid(
      at,
      name,
      31_000 + at * 7_300 + index * 4_100 + index * index * 900,
      name === winners[at] ? 88 : 61 + index * 4,
    ),
  )
  return {
    id: asId<CallId>(`call ${at}`),
    title: `Call for ${topics[at] ?? ''}`,
    currency: 'USD',
    publishedAt: '2026-01-01T00:00:00Z',
    deadline: `2026-01-${21 + (at % 5)}T00:00:00Z`,
    decidedAt: `2026-0${1 + Math.floor(at / 2)}-20T00:00:00Z`,
    texts: [`We ask for ${topics[at] ?? ''} in good order with all that belongs to them`],
    criteriaChangedAfterQuestions: false,
    author: person(`author ${at % 3}`),
    evaluators,
    bids,
    winnerBidId: asId<BidId>(`bid ${at} ${winners[at] ?? ''}`),
    cards: cardsOf(bids, evaluators),
  }
}
const clean = (): PastCall[] => topics.map((_, at) => honest(at))
const change = (history: PastCall[], at: number, next: (call: PastCall) => Partial<PastCall>): void => {
  const call = history[at]
  if (call !== undefined) history[at] = { ...call, ...next(call) }
}
const bids = (history: PastCall[], at: number, next: (one: PastBid, index: number) => Partial<PastBid>): void =>
  change(history, at, (call) => ({ bids: call.bids.map((one, index) => ({ ...one, ...next(one, index) })) }))
/** Further calls after the year, each with such bidders, prices and a winner. */
const add = (history: PastCall[], names: readonly string[], winner: string, prices?: readonly number[]): void => {
  const at = history.length
  const like = honest(at % topics.length)
  const all = names.map((name, index) =>
    bid(
      at,
      name,
      prices?.[index] ?? 61_000 + at * 5_900 + index * 5_300 + index * index * 700,
      name === winner ? 90 : 60 + index,
    ),
  )
  history.push({
    ...like,
    id: asId<CallId>(`call ${at}`),
    bids: all,
    winnerBidId: asId<BidId>(`bid ${at} ${winner}`),
    cards: cardsOf(all, like.evaluators),
  })
}

/** What each sign is seeded by; everything else stays honest. */
const seeds: Readonly<Record<CallSignKind, (history: PastCall[]) => void>> = {
  'alike-prices': (history) => bids(history, 2, (_, index) => ({ total: 5_000_000 + index * 10_000 })),
  'same-text': (history) => bids(history, 2, (_, index) => (index === 2 ? {} : { texts: [answerOf('copied', 2)] })),
  'shared-people': (history) => bids(history, 2, (_, index) => (index === 2 ? {} : { people: ['one of both'] })),
  'same-winner': (history) => {
    for (const winner of ['x', 'x', 'x', 'x']) add(history, ['x', 'y'], winner)
  },
  rotation: (history) => {
    for (const winner of ['x', 'y', 'z', 'x', 'y', 'z']) add(history, ['x', 'y', 'z'], winner)
  },
  'single-bidder': (history) => {
    history.splice(4)
    for (const name of ['u', 'v', 'w', 'u']) add(history, [name], name)
  },
  'short-time': (history) => change(history, 2, () => ({ deadline: '2026-01-05T00:00:00Z' })),
  'criteria-changed': (history) => change(history, 2, () => ({ criteriaChangedAfterQuestions: true })),
  'not-the-best': (history) => change(history, 2, ({ bids: all }) => ({ winnerBidId: all[0]?.id ?? null })),
  favoured: (history) => {
    for (const rival of ['a', 'b', 'c']) add(history, ['x', rival], 'x')
    for (const at of [10, 11, 12])
      change(history, at, () => ({ author: person('friend'), evaluators: [person('helper')], cards: [] }))
    add(history, ['x', 'd', 'e'], 'd')
  },
  'lone-score': (history) =>
    change(history, 2, (call) => ({
      cards: call.cards.map((card, at) => (at === 0 ? { ...card, share: Math.max(0, card.share - 0.5) } : card)),
    })),
  'below-threshold': (history) => {
    for (const [winner, sum] of [
      ['b', 49_200],
      ['d', 49_700],
      ['a', 49_900],
    ] as const)
      add(history, [winner, `new ${sum}`], winner, [sum, sum + 9_000])
  },
}

describe('signs in past calls', () => {
  it('are none in an honest year, nor in none at all', () => {
    expect(findSigns(clean())).toEqual([])
    expect(findSigns([])).toEqual([])
  })

  it.each(callSignKinds)('%s is found where it was seeded, and nothing else', (kind) => {
    const history = clean()
    seeds[kind](history)
    const found = findSigns(history)
    expect([...new Set(found.map((sign) => sign.kind))]).toEqual([kind])
    expect(
      found.every(
        ({ callIds, detail }) => callIds.length > 0 && Object.values(detail).every((value) => value !== undefined),
      ),
    ).toBe(true)
  })

  it('keep their names when more calls come', () => {
    const history = clean()
    seeds['same-winner'](history)
    const [before] = findSigns(history)
    add(history, ['x', 'y'], 'x')
    const [after] = findSigns(history)
    expect([before?.key, before?.callIds.length, after?.callIds.length]).toEqual([after?.key, 4, 5])
  })

  it('see prices that differ by one factor, addresses of one domain, firms that are one, and not what the call itself says', () => {
    const history = clean()
    bids(history, 1, (_, index) => ({ total: Math.round(4_000_000 * 1.07 ** index) }))
    bids(history, 3, (_, index) => (index === 0 ? {} : { domains: ['same.example'] }))
    bids(history, 4, ({ bidderId }, index) => (index === 0 ? { joined: [asId<OrganisationId>('d')] } : { bidderId }))
    const text = answerOf('form', 0)
    change(history, 5, (call) => ({ texts: [text], bids: call.bids.map((one) => ({ ...one, texts: [text] })) }))
    expect(findSigns(history).map(({ kind, detail }) => [kind, detail['factor'] ?? detail['by']])).toEqual([
      ['alike-prices', expect.closeTo(1.07, 4)],
      ['shared-people', 'domain'],
      ['shared-people', 'ownership'],
    ])
  })
})
