/** A criterion as the bar draws it: `score` 0..1 or null where nothing is stated, `weight` any share. */
export type FitPart = {
  readonly id: string
  readonly label: string
  readonly score: number | null
  readonly weight: number
}
export type FitSegment = FitPart & { readonly points: number | null; readonly of: number }

/** The criteria that count, heaviest first, in points that add up to 100 whatever the weights add up to. */
export function fitSegments(parts: readonly FitPart[]): readonly FitSegment[] {
  const counting = parts.filter((part) => part.weight > 0).toSorted((a, b) => b.weight - a.weight)
  const sum = counting.reduce((total, part) => total + part.weight, 0)
  const shares = wholeShares(counting.map((part) => (100 * part.weight) / sum))
  return counting.map((part, index) => {
    const of = shares[index] ?? 0
    return { ...part, of, points: part.score === null ? null : Math.round(part.score * of) }
  })
}

/** Rounds so that the sum stays what it was: the largest remainders are rounded up. */
function wholeShares(shares: readonly number[]): readonly number[] {
  const down = shares.map(Math.floor)
  const missing = Math.round(shares.reduce((a, b) => a + b, 0)) - down.reduce((a, b) => a + b, 0)
  const order = shares
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  const raised = new Set(order.slice(0, missing).map(({ index }) => index))
  return down.map((share, index) => share + (raised.has(index) ? 1 : 0))
}
