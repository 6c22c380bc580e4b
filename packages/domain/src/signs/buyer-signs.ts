import type { CallSign } from './call-sign.ts'
import { type PastCall, winnerOf } from './past-call.ts'

const middleOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2
}

/** One bid alone may be bad luck; so many times, and half of all calls, it is not. */
const fewestSingles = 3

/** Calls of a buyer that drew one bid each, again and again. */
export function singleBidder(history: readonly PastCall[]): readonly CallSign[] {
  const single = history.filter(({ bids }) => bids.length === 1)
  if (single.length < fewestSingles || single.length * 2 < history.length) return []
  return [
    {
      kind: 'single-bidder',
      key: '',
      callIds: single.map(({ id }) => id),
      bidderIds: [...new Set(single.flatMap(({ bids }) => bids.map(({ bidderId }) => bidderId)))],
      detail: { calls: single.length, of: history.length },
    },
  ]
}

const dayMs = 86_400_000
const daysFor = ({ publishedAt, deadline }: PastCall): number =>
  (Date.parse(deadline) - Date.parse(publishedAt)) / dayMs
/** So many other calls say what is usual. */
const fewestOthers = 3
const shortShare = 0.5

/** A call with less than half of the days that the buyer's other calls gave. */
export function shortTime(history: readonly PastCall[]): readonly CallSign[] {
  return history.flatMap((call) => {
    const others = history.filter((one) => one !== call).map(daysFor)
    if (others.length < fewestOthers) return []
    const [days, usual] = [daysFor(call), middleOf(others)]
    if (days >= shortShare * usual) return []
    return [
      {
        kind: 'short-time' as const,
        key: call.id,
        callIds: [call.id],
        bidderIds: [],
        detail: { title: call.title, days, usual },
      },
    ]
  })
}

/** Criteria or weights that were changed when it was known who asks what. */
export const criteriaChanged = (call: PastCall): readonly CallSign[] =>
  call.criteriaChangedAfterQuestions
    ? [{ kind: 'criteria-changed', key: call.id, callIds: [call.id], bidderIds: [], detail: { title: call.title } }]
    : []

const sameScore = 1e-9

/** An award to a bid although another one that came through had more points. */
export function notTheBest(call: PastCall): readonly CallSign[] {
  const winner = winnerOf(call)
  const [best] = call.bids
    .filter((bid): bid is typeof bid & { score: number } => bid.passed && bid.score !== null)
    .toSorted((a, b) => b.score - a.score)
  if (winner === null || winner.score === null || best === undefined || best.score <= winner.score + sameScore)
    return []
  return [
    {
      kind: 'not-the-best',
      key: call.id,
      callIds: [call.id],
      bidderIds: [winner.bidderId, best.bidderId],
      detail: { title: call.title, winner: winner.bidder, score: winner.score, best: best.bidder, most: best.score },
    },
  ]
}

const fewestFavours = 3

/**
 * A firm that wins whenever the same author writes and the same evaluator scores, and never in the buyer's other calls for
 * which it bids: only the comparison tells favour from being good.
 */
export function favoured(history: readonly PastCall[]): readonly CallSign[] {
  const tried = new Map<string, { won: PastCall[]; lost: number }>()
  const facts = new Map<string, { winner: string; author: string; evaluator: string; bidderId: string }>()
  for (const call of history)
    for (const bid of call.bids)
      for (const evaluator of call.evaluators) {
        if (call.author === null) continue
        const key = `${bid.bidderId} ${call.author.id} ${evaluator.id}`
        const known = tried.get(key) ?? { won: [], lost: 0 }
        if (bid.id === call.winnerBidId) known.won.push(call)
        else known.lost += 1
        tried.set(key, known)
        facts.set(key, {
          winner: bid.bidder,
          author: call.author.name,
          evaluator: evaluator.name,
          bidderId: bid.bidderId,
        })
      }
  return [...tried].flatMap(([key, { won, lost }]) => {
    const fact = facts.get(key)
    if (won.length < fewestFavours || lost > 0 || fact === undefined) return []
    const others = history.filter(
      (call) => !won.includes(call) && call.bids.some(({ bidderId }) => bidderId === fact.bidderId),
    )
    // Rivals have to be there to be passed over, and the firm has to lose where others decide.
    if (won.some(({ bids }) => bids.length < 2)) return []
    if (others.length === 0 || others.some((call) => winnerOf(call)?.bidderId === fact.bidderId)) return []
    const bidderIds = won[0]?.bids.filter(({ id }) => id === won[0]?.winnerBidId).map((bid) => bid.bidderId) ?? []
    const { winner, author, evaluator } = fact
    return [
      {
        kind: 'favoured' as const,
        key,
        callIds: won.map(({ id }) => id),
        bidderIds,
        detail: { winner, author, evaluator, calls: won.length, others: others.length },
      },
    ]
  })
}

/** Three people are the fewest of whom one can stand alone. */
const fewestEvaluators = 3
/** Of all that could be given; a third is a whole class of judgement. */
const farApart = 0.35
/** Others who differ by more than this among themselves leave nobody alone. */
const together = 0.15

/** One evaluator's scores for one bidder, far from what all others gave it, who agree. */
export function loneScore(call: PastCall): readonly CallSign[] {
  return call.bids.flatMap((bid) => {
    const cards = call.cards.filter(({ bidId }) => bidId === bid.id)
    if (cards.length < fewestEvaluators) return []
    return cards.flatMap((card) => {
      const others = cards.filter((one) => one !== card).map(({ share }) => share)
      const usual = middleOf(others)
      if (Math.max(...others) - Math.min(...others) > together || Math.abs(card.share - usual) < farApart) return []
      return [
        {
          kind: 'lone-score' as const,
          key: `${bid.id} ${card.evaluatorId}`,
          callIds: [call.id],
          bidderIds: [bid.bidderId],
          detail: {
            title: call.title,
            bidder: bid.bidder,
            evaluator: card.evaluator,
            share: card.share,
            usual,
          },
        },
      ]
    })
  })
}

/** Sums, in whole units, from which on others have to agree in many houses. */
const thresholds = [5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 150_000, 200_000, 250_000, 500_000, 1_000_000]
const justBelow = 0.03
const fewestBelow = 3

/** Awards of a buyer that end again and again just below the same threshold, more of them than just above it. */
export function belowThreshold(history: readonly PastCall[]): readonly CallSign[] {
  const awards = history.flatMap((call) => {
    const winner = winnerOf(call)
    return winner === null || winner.total === null ? [] : [{ call, winner, sum: winner.total / 100 }]
  })
  const currencies = [...new Set(awards.map(({ call }) => call.currency))]
  return currencies.flatMap((currency) =>
    thresholds.flatMap((threshold) => {
      const own = awards.filter(({ call }) => call.currency === currency)
      const below = own.filter(({ sum }) => sum < threshold && sum >= (1 - justBelow) * threshold)
      const above = own.filter(({ sum }) => sum >= threshold && sum <= (1 + justBelow) * threshold)
      if (below.length < fewestBelow || above.length * 2 > below.length) return []
      return [
        {
          kind: 'below-threshold' as const,
          key: `${currency} ${threshold}`,
          callIds: below.map(({ call }) => call.id),
          bidderIds: [...new Set(below.map(({ winner }) => winner.bidderId))],
          detail: { amountMinor: threshold * 100, currency, calls: below.length },
        },
      ]
    }),
  )
}
