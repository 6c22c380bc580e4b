/** From the lowest on up to the highest. */
export type Range = { readonly low: number; readonly high: number }

/** The middle of many days, the half of them around it, and at least nine in ten of them. */
export type Forecast = {
  readonly middle: number
  readonly half: Range
  readonly most: Range
}

/** Standard deviations by which the wide interval is drawn wider, so that 19 in 20 such intervals hold nine in ten days. */
const certainty = 1.645

/** What the values of many days say of the next. Few days leave out less at the ends, as they know less of them. */
export function forecastOf(values: readonly number[]): Forecast {
  const sorted = values.toSorted((a, b) => a - b)
  const outside = 0.1 - certainty * Math.sqrt((0.1 * 0.9) / sorted.length)
  return {
    middle: at(sorted, 0.5),
    half: { low: at(sorted, 0.25), high: at(sorted, 0.75) },
    most: around(sorted, outside),
  }
}

/** The least value that so great a share of them does not exceed. */
export function leastFor(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

function around(sorted: readonly number[], outside: number): Range {
  const cut = Math.max(0, Math.floor((outside / 2) * (sorted.length + 1)) - 1)
  return { low: sorted[cut] ?? 0, high: sorted[sorted.length - 1 - cut] ?? 0 }
}
