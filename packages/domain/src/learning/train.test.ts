import { describe, expect, it } from 'vitest'

import { asId } from '../brand.ts'
import { buyerCriterionIds, type BuyerCriterionId, weightProfiles } from '../matches/weights.ts'
import type { Label } from './label.ts'
import { sigmoid } from './logistic.ts'
import { propensities } from './propensity.ts'
import { learn, splitByTime, train } from './train.ts'

/** The same numbers at every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What buyers of this made history go by: price and nearness, which the hand-set weights make little of. */
const truth: Partial<Record<BuyerCriterionId, number>> = { price: 0.5, geography: 0.3, 'capability-text': 0.2 }

type Given = { readonly needs: number; readonly seed: number; readonly shuffled?: boolean }
function history({ needs, seed, shuffled = false }: Given): Label[] {
  const throwDice = dice(seed)
  const labels: Label[] = []
  for (let need = 0; need < needs; need += 1)
    for (let row = 0; row < 10; row += 1) {
      const found = Object.fromEntries(buyerCriterionIds.map((id) => [id, throwDice()]))
      const worth = buyerCriterionIds.reduce((sum, id) => sum + (truth[id] ?? 0) * (found[id] ?? 0), 0)
      const shortlisted = throwDice() < sigmoid(12 * worth - 7.5)
      labels.push({
        ...{ needId: asId(`need-${String(need).padStart(4, '0')}`), supplierId: asId(`supplier-${row}`) },
        ...{ governance: 'producer-driven', decidedAt: new Date(Date.UTC(2026, 0, 1, need)).toISOString() },
        ...{ position: row + 1, found, barred: false, grade: shortlisted ? 5 : 0 },
        ...{ small: row % 2 === 0, fresh: row % 5 === 0 },
      })
    }
  if (!shuffled) return labels
  const grades = labels.map(({ grade }) => ({ grade, at: throwDice() })).toSorted((a, b) => a.at - b.at)
  return labels.map((label, at) => ({ ...label, grade: grades[at]?.grade ?? 0 }))
}
const places = Array.from({ length: 10 }, (_, at) => ({ position: at + 1, listed: 100, seen: 100 }))

describe('training', () => {
  it('comes near the weights that a made history was made by, and is offered as better with figures of both', () => {
    const { learned, report, calibration } = train(history({ needs: 150, seed: 7 }), places, weightProfiles, 2)
    expect(report.better).toBe(true)
    const profile = learned?.['producer-driven']
    expect(profile?.version).toBe('producer-driven/2')
    for (const id of buyerCriterionIds)
      expect(Math.abs((profile?.buyer[id] ?? 1) - (truth[id] ?? 0))).toBeLessThan(0.08)
    expect(report.challenger?.figures.ndcg).toBeGreaterThan(report.champion.figures.ndcg + 0.1)
    expect(report.challenger?.figures.logLoss).toBeLessThan(report.champion.figures.logLoss)
    expect([report.earlier, report.later]).toEqual([
      { needs: 105, labels: 1050 },
      { needs: 45, labels: 450 },
    ])
    expect(report.challenger?.slices.small.labels).toBe(225)
    expect(calibration.length).toBeGreaterThan(3)
    // Kinds of chains of which nothing is known keep the weights that they have.
    expect(learned?.['open-challenge']).toBe(weightProfiles['open-challenge'])
  })

  it.each([1, 2, 3, 4, 5, 6])('offers nothing better where the labels were shuffled (%i)', (seed) => {
    const { learned, report } = train(history({ needs: 150, seed, shuffled: true }), places, weightProfiles, 2)
    expect([learned, report.better, report.challenger === null]).toEqual([null, false, false])
  })

  it('calibrates the weights in force where there are too few labels to learn', () => {
    const { learned, report, calibration } = train(history({ needs: 30, seed: 7 }), places, weightProfiles, 2)
    expect([learned, report.challenger, report.better]).toEqual([null, null, false])
    expect(calibration.reduce((sum, step) => sum + step.of, 0)).toBe(300)
  })

  it('gives the same candidate for the same labels in any order', () => {
    const labels = history({ needs: 60, seed: 9 })
    const [one, other] = [labels, labels.toReversed()].map((given) => train(given, places, weightProfiles, 2))
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })

  it('survives labels that say nothing: none shortlisted, all of one need, all at one time', () => {
    const labels = history({ needs: 60, seed: 3 })
    const none = labels.map((label) => ({ ...label, grade: 0 }))
    const one = labels.map((label) => ({ ...label, needId: asId<never>('one'), decidedAt: '2026-01-01T00:00:00Z' }))
    for (const given of [none, one]) {
      const { learned, report } = train(given, places, weightProfiles, 2)
      expect([learned, report.better]).toEqual([null, false])
      expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/)
    }
  })
})

it('cuts by time without parting a need', () => {
  const { earlier, later } = splitByTime(history({ needs: 10, seed: 1 }))
  expect([new Set(earlier.map(({ needId }) => needId)).size, later.length]).toEqual([7, 30])
  const latest =
    earlier
      .map(({ decidedAt }) => decidedAt)
      .toSorted()
      .at(-1) ?? ''
  expect(later.every(({ decidedAt }) => decidedAt > latest)).toBe(true)
})

it('takes back what a place does: where the lower rows were seen rarely, the weights come out as if all were seen', () => {
  const throwDice = dice(5)
  // In the upper rows the price decides, further down the category, and there hardly anybody looks.
  const all = history({ needs: 400, seed: 11 }).map((label) => {
    const position = label.position > 5 ? 8 : 2
    const worth = (position === 2 ? label.found.price : label.found.category) ?? 0
    return { ...label, position, grade: throwDice() < sigmoid(8 * worth - 4) ? 5 : 0 }
  })
  const seen = all.filter(({ position }) => position === 2 || throwDice() < 0.25)
  const placesOf = (seenOf: readonly Label[]) =>
    [2, 8].map((position) => {
      const [listed, found] = [all, seenOf].map((rows) => rows.filter((row) => row.position === position).length)
      return { position, listed: listed ?? 0, seen: found ?? 0 }
    })
  expect([1, 2, 8, 30].map((at) => Math.round(10 * propensities(placesOf(seen))(at)) / 10)).toEqual([1, 1, 0.3, 0.3])
  const categoryOf = (labels: readonly Label[], seenOf: readonly Label[]): number =>
    learn(labels, placesOf(seenOf), weightProfiles, 2)['producer-driven'].buyer.category
  const whole = categoryOf(all, all)
  expect(Math.abs(categoryOf(seen, seen) - whole)).toBeLessThan(0.06)
  // As if every place had been seen alike, what stands further down would count too little.
  expect(whole - categoryOf(seen, all)).toBeGreaterThan(0.15)
})
