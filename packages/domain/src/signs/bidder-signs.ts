import type { OrganisationId } from '../brand.ts'
import { fold } from '../text.ts'
import type { CallSign } from './call-sign.ts'
import { type PastBid, type PastCall, winnerOf } from './past-call.ts'

/** From so many bids on, that prices lie close together is no accident of two. */
const fewestPrices = 3
/** Below this share of their mean, prices lie closer than firms that work out their own costs come. */
const closest = 0.01
/** Steps between prices that are the same to this share look computed from one another. */
const sameStep = 0.001

const pairsOf = <Thing>(things: readonly Thing[]): readonly (readonly [Thing, Thing])[] =>
  things.flatMap((one, at) => things.slice(at + 1).map((other) => [one, other] as const))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const isSame = (values: readonly number[]): boolean => {
  const around = mean(values)
  return values.every((value) => Math.abs(value - around) <= sameStep * Math.abs(around))
}

/** Prices that hardly differ, or differ by one factor. */
export function alikePrices(call: PastCall): readonly CallSign[] {
  const priced = call.bids.filter((bid): bid is PastBid & { total: number } => bid.total !== null && bid.total > 0)
  if (priced.length < fewestPrices) return []
  const totals = priced.map(({ total }) => total).toSorted((a, b) => a - b)
  const average = mean(totals)
  const variation = Math.sqrt(mean(totals.map((total) => (total - average) ** 2))) / average
  const factors = totals.slice(1).map((total, at) => total / (totals[at] ?? total))
  const computed = (factors[0] ?? 1) > 1 + closest && isSame(factors)
  if (variation >= closest && !computed) return []
  return [
    {
      kind: 'alike-prices',
      key: call.id,
      callIds: [call.id],
      bidderIds: priced.map(({ bidderId }) => bidderId),
      detail: {
        title: call.title,
        bids: priced.length,
        ...(variation < closest ? { variation } : { factor: factors[0] ?? 1 }),
      },
    },
  ]
}

/** So many words in a row are a phrase of somebody's own. */
const shingle = 5
/** Fewer phrases than this may be the same by chance. */
const fewestShingles = 12
const alikeFrom = 0.5

function shinglesOf(texts: readonly string[], said: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const found = new Set<string>()
  for (const text of texts) {
    const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
    for (let at = 0; at + shingle <= words.length; at += 1) {
      const phrase = words.slice(at, at + shingle).join(' ')
      if (!said.has(phrase)) found.add(phrase)
    }
  }
  return found
}

/** Two bids that answer in the same words, apart from what the call itself says. */
export function sameText(call: PastCall): readonly CallSign[] {
  const asked = shinglesOf(call.texts)
  const written = call.bids.map((bid) => ({ bid, phrases: shinglesOf(bid.texts, asked) }))
  return pairsOf(written).flatMap(([one, other]) => {
    const fewer = Math.min(one.phrases.size, other.phrases.size)
    if (fewer < fewestShingles) return []
    const shared = [...one.phrases].filter((phrase) => other.phrases.has(phrase))
    if (shared.length / fewer < alikeFrom) return []
    return [
      {
        kind: 'same-text' as const,
        key: `${call.id} ${namesKey([one.bid, other.bid])}`,
        callIds: [call.id],
        bidderIds: [one.bid.bidderId, other.bid.bidderId],
        detail: {
          title: call.title,
          one: one.bid.bidder,
          other: other.bid.bidder,
          share: shared.length / fewer,
          quote: shared[0] ?? '',
        },
      },
    ]
  })
}

const namesKey = (bids: readonly PastBid[]): string =>
  bids
    .map(({ bidderId }) => bidderId)
    .toSorted()
    .join(' ')

/** Two bidders of a call for whom the same people act, whose addresses are of one domain, or that are one firm's. */
export function sharedPeople(call: PastCall): readonly CallSign[] {
  return pairsOf(call.bids).flatMap(([one, other]) => {
    const person = one.people.find((name) => other.people.includes(name))
    const domain = one.domains.find((name) => other.domains.includes(name))
    const owned = one.joined.includes(other.bidderId) || other.joined.includes(one.bidderId)
    if (person === undefined && domain === undefined && !owned) return []
    return [
      {
        kind: 'shared-people' as const,
        key: namesKey([one, other]),
        callIds: [call.id],
        bidderIds: [one.bidderId, other.bidderId],
        detail: {
          title: call.title,
          one: one.bidder,
          other: other.bidder,
          by: person === undefined ? (domain === undefined ? 'ownership' : 'domain') : 'person',
          domain: person === undefined ? (domain ?? '') : '',
        },
      },
    ]
  })
}

/** From so many calls on, always losing to the same firm, or winning in turn, is a habit. */
const fewestCalls = 4

/** A bidder that bid beside the same winner again and again and never won against anybody. */
export function sameWinner(history: readonly PastCall[]): readonly CallSign[] {
  const won = new Set<OrganisationId>()
  const lost = new Map<string, { loser: PastBid; winner: PastBid; calls: PastCall[] }>()
  const bidsOf = new Map<OrganisationId, number>()
  for (const call of history) {
    const winner = winnerOf(call)
    if (winner !== null) won.add(winner.bidderId)
    for (const bid of call.bids) {
      bidsOf.set(bid.bidderId, (bidsOf.get(bid.bidderId) ?? 0) + 1)
      if (winner === null || bid.bidderId === winner.bidderId) continue
      const key = `${bid.bidderId} ${winner.bidderId}`
      const known = lost.get(key) ?? { loser: bid, winner, calls: [] }
      known.calls.push(call)
      lost.set(key, known)
    }
  }
  return [...lost].flatMap(([key, { loser, winner, calls }]) =>
    calls.length < fewestCalls || won.has(loser.bidderId) || bidsOf.get(loser.bidderId) !== calls.length
      ? []
      : [
          {
            kind: 'same-winner' as const,
            key,
            callIds: calls.map(({ id }) => id),
            bidderIds: [loser.bidderId, winner.bidderId],
            detail: { loser: loser.bidder, winner: winner.bidder, calls: calls.length },
          },
        ],
  )
}

/** The same bidders, call after call, of whom each wins when its turn comes. */
export function rotation(history: readonly PastCall[]): readonly CallSign[] {
  const groups = new Map<string, PastCall[]>()
  for (const call of history)
    if (call.bids.length >= 2 && winnerOf(call) !== null) {
      const key = namesKey(call.bids)
      groups.set(key, [...(groups.get(key) ?? []), call])
    }
  return [...groups].flatMap(([key, calls]) => {
    const winners = calls.map((call) => winnerOf(call)?.bidderId)
    const turn = key.split(' ').length
    // Whoever won does not win again before each of the others has.
    const inTurn = winners.every((winner, at) => !winners.slice(Math.max(0, at - turn + 1), at).includes(winner))
    if (calls.length < fewestCalls || calls.length < 2 * turn || !inTurn) return []
    const bids = calls[0]?.bids ?? []
    return [
      {
        kind: 'rotation' as const,
        key,
        callIds: calls.map(({ id }) => id),
        bidderIds: bids.map(({ bidderId }) => bidderId),
        detail: { bidders: bids.map(({ bidder }) => bidder).join(', '), calls: calls.length },
      },
    ]
  })
}
