/** Scores that several people gave the same things: a row a thing, a column a person. */
export type Ratings = readonly (readonly number[])[]

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
const squares = (values: readonly number[], around: number): number => sum(values.map((value) => (value - around) ** 2))

/**
 * How far people agree on the scores themselves: ICC(2,1), two-way random effects, absolute agreement, one rater
 * (Shrout and Fleiss 1979): (MSR − MSE) / (MSR + (k − 1) MSE + k (MSC − MSE) / n). Null below two things or two
 * people, and where nothing differs.
 */
export function icc(ratings: Ratings): number | null {
  const n = ratings.length
  const k = ratings[0]?.length ?? 0
  if (n < 2 || k < 2) return null
  const grand = mean(ratings.flat())
  const columns = ratings[0]?.map((_, at) => mean(ratings.map((row) => row[at] ?? 0))) ?? []
  const ofRows = k * squares(ratings.map(mean), grand)
  const ofColumns = n * squares(columns, grand)
  const all = squares(ratings.flat(), grand)
  const msr = ofRows / (n - 1)
  const msc = ofColumns / (k - 1)
  const mse = Math.max(0, all - ofRows - ofColumns) / ((n - 1) * (k - 1))
  const whole = msr + (k - 1) * mse + (k * (msc - mse)) / n
  return whole < 1e-12 ? null : (msr - mse) / whole
}

/**
 * How far two people agree beyond chance: Cohen's kappa with quadratic weights (Cohen 1968), 1 − Σ(xᵢ − yᵢ)² / n over
 * ΣΣ(xᵢ − yⱼ)² / n². Null where there is nothing to agree on, or chance alone would agree wholly.
 */
export function weightedKappa(one: readonly number[], other: readonly number[]): number | null {
  const n = one.length
  if (n === 0 || n !== other.length) return null
  const seen = sum(one.map((value, at) => (value - (other[at] ?? 0)) ** 2)) / n
  const chance = sum(one.map((value) => squares(other, value))) / n ** 2
  return chance < 1e-12 ? null : 1 - seen / chance
}
