import { describe, expect, it } from 'vitest'

import { icc, weightedKappa } from './agreement.ts'

/** Shrout and Fleiss 1979, table 2: four judges, six targets; ICC(2,1) is printed as .29, here to more digits. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]
/** `anxiety` of the R package irr 0.84: three raters, twenty people, one to six. */
const anxiety = [
  [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
]
const [first = [], second = [], third = []] = anxiety

describe('agreement on the scores themselves', () => {
  it('is what Shrout and Fleiss print', () => expect(icc(shroutFleiss)).toBeCloseTo(0.2898, 4))

  it('is what irr prints for icc(anxiety, "twoway", "agreement")', () =>
    expect(icc(first.map((score, at) => [score, second[at] ?? 0, third[at] ?? 0]))).toBeCloseTo(0.198, 3))

  it('is one where all give the same, less where one is always harder, unknown where nothing differs', () => {
    expect(icc([1, 5, 9].map((score) => [score, score]))).toBeCloseTo(1)
    expect(icc([1, 5, 9].map((score) => [score, score + 2]))).toBeLessThan(0.95)
    expect([
      icc([
        [4, 4],
        [4, 4],
      ]),
      icc([[1, 2]]),
      icc([[1], [2]]),
      icc([]),
    ]).toEqual([null, null, null, null])
  })
})

describe('agreement of two beyond chance', () => {
  it('is what irr prints for kappa2(anxiety[, 1:2], "squared")', () =>
    expect(weightedKappa(first, second)).toBeCloseTo(0.297, 3))

  it('is the worked table of quadratic weights, cell by cell', () => {
    // Two people and a scale of three: observed and expected disagreement written out, w = (i − j)² / 4.
    const [one, other] = [
      [1, 1, 2, 2, 3, 3],
      [1, 2, 2, 3, 3, 1],
    ]
    const observed = (1 / 4 + 1 / 4 + 1) / 6
    // Each gives each grade twice, so every pair of grades is expected four times in thirty-six.
    const expected = (4 * (4 * (1 / 4) + 2 * 1)) / 36
    expect(weightedKappa(one ?? [], other ?? [])).toBeCloseTo(1 - observed / expected)
  })

  it('is one for the same, minus one for the mirrored, unknown where there is no choice', () => {
    expect(weightedKappa([1, 2, 3], [1, 2, 3])).toBeCloseTo(1)
    expect(weightedKappa([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1)
    expect([weightedKappa([2, 2], [2, 2]), weightedKappa([], [])]).toEqual([null, null])
  })
})
