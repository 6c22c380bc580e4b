import type { CallView, OpenedBid } from '@enlace/contracts'
import { totalOf, type BidId, type Envelope, type GivenScore } from '@enlace/domain'

/** A bid as it is compared: what it asks for, what it was given, and where it is best. */
export type BidRow = {
  readonly bid: OpenedBid
  /** Minor units, lot by lot; null where a lot is not bid for, the whole null until prices are opened. */
  readonly prices: readonly (number | null)[] | null
  /** Of every lot that is bid for; null until prices are opened. */
  readonly price: number | null
  /** Whether every lot is bid for, so that the sum can be compared. */
  readonly isWhole: boolean
  /** By criterion; absent where not scored. */
  readonly scores: ReadonlyMap<string, number>
  readonly total: number | null
  /** False once it failed an envelope. */
  readonly inRace: boolean
}

/** The opening of one envelope of a bid. */
export const openingOf = (bid: OpenedBid, envelope: Envelope): OpenedBid['openings'][number] | undefined =>
  bid.openings.find((one) => one.envelope === envelope)

/** All scores that were given, as the rules of the domain want them. */
export const givenScores = (bids: readonly OpenedBid[]): GivenScore[] =>
  bids.flatMap(({ id, scores }) => scores.map((given) => ({ bidId: id, ...given })))

/** Bids side by side, the best total first, those that left the race last. */
export function bidRows(call: Pick<CallView, 'criteria' | 'lots'>, bids: readonly OpenedBid[]): readonly BidRow[] {
  const given = givenScores(bids)
  const rows = bids.map((bid): BidRow => {
    const prices = openingOf(bid, 'price')?.content?.prices ?? null
    return {
      bid,
      prices,
      price: prices === null ? null : prices.reduce<number>((sum, price) => sum + (price ?? 0), 0),
      isWhole: prices !== null && prices.every((price) => price !== null),
      scores: new Map(bid.scores.map(({ criterion, score }) => [criterion, score])),
      total: bid.scores.length === 0 ? null : totalOf(call.criteria, given, bid.id),
      inRace: bid.openings.every(({ passed, fault }) => passed !== false && fault === null),
    }
  })
  return rows.toSorted(
    (one, other) =>
      Number(other.inRace) - Number(one.inRace) ||
      (other.total ?? 0) - (one.total ?? 0) ||
      (one.price ?? 0) - (other.price ?? 0),
  )
}

/** Bids that are best of at least two by a value that each has or lacks; lower is better for prices. */
export function bestBy(
  rows: readonly BidRow[],
  valueOf: (row: BidRow) => number | null | undefined,
  better: 'lower' | 'higher',
): ReadonlySet<BidId> {
  const valued = rows.flatMap((row) => {
    const value = row.inRace ? valueOf(row) : null
    return value === null || value === undefined ? [] : [{ id: row.bid.id, value }]
  })
  if (valued.length < 2) return new Set()
  const values = valued.map(({ value }) => value)
  const best = better === 'lower' ? Math.min(...values) : Math.max(...values)
  return new Set(valued.filter(({ value }) => value === best).map(({ id }) => id))
}

/** What prices alone would give: the lowest has all, one twice as dear the half; bids that leave a lot out have nothing to compare. */
export function scoresByPrice(rows: readonly BidRow[], maxScore: number): ReadonlyMap<BidId, number> {
  const whole = rows.filter((row) => row.isWhole && row.price !== null && row.price > 0)
  const lowest = Math.min(...whole.map(({ price }) => price ?? Infinity))
  return new Map(whole.map(({ bid, price }) => [bid.id, Math.round((maxScore * lowest * 10) / (price ?? 1)) / 10]))
}
