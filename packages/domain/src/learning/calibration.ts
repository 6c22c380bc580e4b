import { atLeast, isotonic } from './isotonic.ts'

/** Labels from which on a score is told as a chance, and from which on weights are learned. */
export const labelsToCalibrate = 200
export const labelsToLearn = 500

/** Fewer matches than this say nothing of a chance, and could be told apart by who took part. */
const leastOfStep = 20

/** From this score on, so many of so many matches were shortlisted. */
export type ChanceStep = { readonly from: number; readonly shortlisted: number; readonly of: number }
/** Steps by rising score; their shares never fall. */
export type Calibration = readonly ChanceStep[]

/** A chance with the interval that holds it in 19 of 20 cases. */
export type Chance = { readonly share: number; readonly low: number; readonly high: number; readonly of: number }

export type ScoredLabel = { readonly score: number; readonly shortlisted: boolean }

/** How often matches of each score were shortlisted; empty where there is no label. */
export function calibrate(labels: readonly ScoredLabel[]): Calibration {
  const seen = labels.map(({ score, shortlisted }) => ({ at: score, value: Number(shortlisted), weight: 1 }))
  return atLeast(isotonic(seen), leastOfStep).map(({ from, value, weight }) => ({
    from,
    of: weight,
    shortlisted: Math.round(value * weight),
  }))
}

const z = 1.959964

/** Wilson's interval of a share: sound for few observations, and at 0 and 1. */
export function wilson(hits: number, of: number): Omit<Chance, 'of'> {
  if (of === 0) return { share: 0, low: 0, high: 1 }
  const share = hits / of
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  // At the ends rounding must not push the interval past the share that it holds.
  return { share, low: Math.max(0, Math.min(share, centre - half)), high: Math.min(1, Math.max(share, centre + half)) }
}

const stepOf = (calibration: Calibration, score: number): ChanceStep | null =>
  calibration.findLast(({ from }) => from <= score) ?? calibration[0] ?? null

/** How often matches of such a score were shortlisted; null where nothing is known. */
export function chanceOf(calibration: Calibration, score: number): Chance | null {
  const step = stepOf(calibration, score)
  return step === null ? null : { ...wilson(step.shortlisted, step.of), of: step.of }
}
