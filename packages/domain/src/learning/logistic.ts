/** What one example says: its features, 0..1 each, what came of it, and how much it counts. */
export type Example = { readonly features: readonly number[]; readonly positive: boolean; readonly weight: number }

export type Logistic = { readonly intercept: number; readonly weights: readonly number[] }

export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

type FitOptions = {
  /** Weights that the fit is drawn to, and how strongly: so few labels change little. */
  readonly prior: readonly number[]
  readonly pull: number
}

const mostRounds = 2000
const settled = 1e-6

/** The slope of the loss at these weights, of which the last is the intercept; plain loops, for this is all the work. */
function slopeOf(examples: readonly Example[], total: number, { prior, pull }: FitOptions) {
  const width = prior.length
  const features = Float64Array.from(examples.flatMap((example) => [...example.features]))
  const shares = Float64Array.from(examples, ({ weight }) => weight / total)
  const wanted = Float64Array.from(examples, ({ positive }) => Number(positive))
  return (at: Float64Array): Float64Array => {
    const slope = new Float64Array(width + 1)
    for (let row = 0, cell = 0; row < shares.length; row += 1, cell += width) {
      let value = at[width] ?? 0
      for (let k = 0; k < width; k += 1) value += (features[cell + k] ?? 0) * (at[k] ?? 0)
      const off = (shares[row] ?? 0) * (sigmoid(value) - (wanted[row] ?? 0))
      for (let k = 0; k < width; k += 1) slope[k] = (slope[k] ?? 0) + off * (features[cell + k] ?? 0)
      slope[width] = (slope[width] ?? 0) + off
    }
    for (let k = 0; k < width; k += 1) slope[k] = (slope[k] ?? 0) + pull * ((at[k] ?? 0) - (prior[k] ?? 0))
    return slope
  }
}

/**
 * Logistic regression whose weights are never below zero, so that more of a criterion never lowers a chance: projected
 * gradient with Nesterov's momentum, begun anew where it overshoots. The same examples give the same weights.
 */
export function fitMonotone(examples: readonly Example[], options: FitOptions): Logistic {
  const { prior, pull } = options
  const width = prior.length
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  if (total <= 0) return { intercept: 0, weights: prior }
  const slopeAt = slopeOf(examples, total, options)
  // A bound on the curvature gives a step that cannot overshoot by much.
  const longest = examples.reduce((most, { features }) => Math.max(most, 1 + dot(features, features)), 1)
  const step = 1 / (0.25 * longest + pull)
  let now = Float64Array.of(...prior, 0)
  let ahead = now
  let momentum = 1
  for (let round = 0; round < mostRounds; round += 1) {
    const slope = slopeAt(ahead)
    const next = ahead.map((value, k) =>
      k < width ? Math.max(0, value - step * (slope[k] ?? 0)) : value - step * (slope[k] ?? 0),
    )
    const move = next.map((value, k) => value - (now[k] ?? 0))
    const overshoots = move.reduce((sum, value, k) => sum + value * (slope[k] ?? 0), 0) > 0
    const following = overshoots ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    const carry = overshoots ? 0 : (momentum - 1) / following
    ahead = next.map((value, k) => value + carry * (move[k] ?? 0))
    now = next
    momentum = following
    if (move.every((value) => Math.abs(value) < settled)) break
  }
  return { intercept: now[width] ?? 0, weights: [...now.subarray(0, width)] }
}
