import type { WeightProfiles } from '../matches/weights.ts'
import { calibrate, type Calibration, chanceOf, wilson } from './calibration.ts'
import { type Label, scoredLabel, scoreOf } from './label.ts'
import { brier, calibrationError, type Foretold, logLoss, ndcg } from './measures.ts'
import { isShortlisted } from './outcome.ts'

/** How well weights foretell and order what came later than all they were made from. */
export type Figures = {
  readonly ndcg: number
  readonly logLoss: number
  readonly brier: number
  readonly calibrationError: number
}
/** A group of suppliers that a model must not forget: of its labels, how well they are foretold, and its share of first tens. */
export type Slice = {
  readonly labels: number
  readonly shortlisted: number
  readonly logLoss: number
  readonly inTopTen: number
}
/** What one step foretold, and how often it came. */
export type Reliability = {
  readonly foretold: number
  readonly share: number
  readonly low: number
  readonly high: number
  readonly of: number
}
export type Judged = {
  readonly figures: Figures
  readonly slices: { readonly small: Slice; readonly fresh: Slice }
  readonly reliability: readonly Reliability[]
  /** nDCG@10 of each need that has something worth finding, in the order of the needs. */
  readonly byNeed: ReadonlyMap<string, number>
}

/** Labels by need, each list best first by these weights. */
function listsOf(labels: readonly Label[], profiles: WeightProfiles): ReadonlyMap<string, readonly Label[]> {
  const lists = new Map<string, { readonly label: Label; readonly score: number }[]>()
  for (const label of labels) {
    const list = lists.get(label.needId)
    const row = { label, score: scoreOf(label, profiles) }
    if (list === undefined) lists.set(label.needId, [row])
    else list.push(row)
  }
  const best = (a: { label: Label; score: number }, b: { label: Label; score: number }): number =>
    b.score - a.score || (a.label.supplierId < b.label.supplierId ? -1 : 1)
  return new Map([...lists].map(([id, rows]) => [id, rows.toSorted(best).map(({ label }) => label)]))
}

const foretell = (labels: readonly Label[], profiles: WeightProfiles, calibration: Calibration): readonly Foretold[] =>
  labels.map((label) => {
    const { score, shortlisted } = scoredLabel(label, profiles)
    return { shortlisted, chance: chanceOf(calibration, score)?.share ?? 0 }
  })

function reliabilityOf(foretold: readonly Foretold[]): readonly Reliability[] {
  const steps = new Map<number, { hits: number; of: number }>()
  for (const { chance, shortlisted } of foretold) {
    const step = steps.get(chance) ?? { hits: 0, of: 0 }
    steps.set(chance, { hits: step.hits + Number(shortlisted), of: step.of + 1 })
  }
  return [...steps]
    .toSorted((a, b) => a[0] - b[0])
    .map(([chance, { hits, of }]) => ({ foretold: chance, of, ...wilson(hits, of) }))
}

/** Judges weights, calibrated on earlier labels, by later ones. */
export function judge(profiles: WeightProfiles, earlier: readonly Label[], later: readonly Label[]): Judged {
  const calibration = calibrate(earlier.map((label) => scoredLabel(label, profiles)))
  const foretold = foretell(later, profiles, calibration)
  const lists = listsOf(later, profiles)
  const byNeed = new Map<string, number>()
  for (const [id, list] of lists) {
    const value = ndcg(list.map(({ grade }) => grade))
    if (value !== null) byNeed.set(id, value)
  }
  const first = [...lists.values()].flatMap((list) => list.slice(0, 10))
  const slice = (of: (label: Label) => boolean): Slice => {
    const own = later.filter(of)
    return {
      labels: own.length,
      shortlisted: own.filter(({ grade }) => isShortlisted(grade)).length,
      logLoss: logLoss(foretell(own, profiles, calibration)),
      inTopTen: first.length === 0 ? 0 : first.filter(of).length / first.length,
    }
  }
  return {
    figures: {
      ndcg: byNeed.size === 0 ? 0 : [...byNeed.values()].reduce((sum, one) => sum + one, 0) / byNeed.size,
      logLoss: logLoss(foretold),
      brier: brier(foretold),
      calibrationError: calibrationError(foretold),
    },
    slices: { small: slice(({ small }) => small), fresh: slice(({ fresh }) => fresh) },
    reliability: reliabilityOf(foretold),
    byNeed,
  }
}
