/** A chance that was foretold and what came of it. */
export type Foretold = { readonly chance: number; readonly shortlisted: boolean }

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const topTen = 10
const gains = (grades: readonly number[]): number =>
  grades.slice(0, topTen).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)

/** nDCG@10 of one list of grades in the order shown; null where nothing in it is worth anything. */
export function ndcg(grades: readonly number[]): number | null {
  const best = gains(grades.toSorted((a, b) => b - a))
  return best === 0 ? null : gains(grades) / best
}

/** No chance that was foretold is held to be certain. */
const certain = 0.01
const held = (chance: number): number => Math.min(1 - certain, Math.max(certain, chance))

export const logLoss = (all: readonly Foretold[]): number =>
  mean(all.map(({ chance, shortlisted }) => -Math.log(shortlisted ? held(chance) : 1 - held(chance))))

/** Mean squared distance between what was foretold and what came. */
export const brier = (all: readonly Foretold[]): number =>
  mean(all.map(({ chance, shortlisted }) => (chance - Number(shortlisted)) ** 2))

/** Expected calibration error: how far foretold shares lie from those that came, by tenths of the chance. */
export function calibrationError(all: readonly Foretold[]): number {
  const bins = new Map<number, Foretold[]>()
  for (const one of all) {
    const bin = Math.min(9, Math.floor(one.chance * 10))
    bins.set(bin, [...(bins.get(bin) ?? []), one])
  }
  let error = 0
  for (const bin of bins.values())
    error +=
      bin.length * Math.abs(mean(bin.map(({ chance }) => chance)) - mean(bin.map((one) => Number(one.shortlisted))))
  return all.length === 0 ? 0 : error / all.length
}

/** A mean difference with the interval that holds it in 99 of 100 cases: one trains daily, and each time chance tries again. */
export type Gain = { readonly mean: number; readonly low: number; readonly high: number }

/** Of paired differences; fewer than two say nothing. */
export function gainOf(differences: readonly number[]): Gain {
  const middle = mean(differences)
  if (differences.length < 2) return { mean: middle, low: -1, high: 1 }
  const spread = differences.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (differences.length - 1)
  const half = 2.575829 * Math.sqrt(spread / differences.length)
  return { mean: middle, low: middle - half, high: middle + half }
}
