import { expect, it } from 'vitest'

import { asId, type OrganisationId } from '../brand.ts'
import { fairnessReport, gini, type SupplierExposure } from './fairness-report.ts'

const row = (at: number, shown: number, more: Partial<SupplierExposure> = {}): SupplierExposure => ({
  id: asId<OrganisationId>(`s${at}`),
  ...{ staff: at % 2 === 0 ? 5 : 300, country: 'PE', region: null, shown, merited: shown, eligible: 10, worth: 5 },
  ...more,
})

it('is 0 where all are shown alike and near 1 where one is shown always', () => {
  expect(gini([3, 3, 3, 3])).toBe(0)
  expect(gini([0, 0, 0, 8])).toBe(0.75)
  expect([gini([]), gini([0, 0])]).toEqual([0, 0])
})

it('says nothing of nobody', () => {
  const report = fairnessReport([])
  expect(report).toMatchObject({ suppliers: 0, reached: 0, gini: 0, lorenz: [], bySize: [], byRegion: [] })
  expect(report.matthew.raised).toBe(false)
})

it('sets shares of showings beside shares of eligibility, by size and region', () => {
  const report = fairnessReport([row(0, 1), row(1, 9), row(2, 0), row(3, 10, { country: 'CL', eligible: 70 })])
  expect(report.bySize).toEqual([
    { key: 'micro', suppliers: 2, reached: 1, shown: 0.05, merited: 0.05, eligible: 0.2 },
    { key: 'large', suppliers: 2, reached: 2, shown: 0.95, merited: 0.95, eligible: 0.8 },
  ])
  expect(report.byRegion[0]).toMatchObject({ key: { country: 'PE', region: null }, suppliers: 3, shown: 0.5 })
  expect(report.lorenz.at(0)).toEqual({ suppliers: 0, shown: 0 })
  expect(report.lorenz.at(-1)).toEqual({ suppliers: 1, shown: 1 })
})

it('raises the alarm where the most shown tenth has over half as much again as it merits, and not where it merits it', () => {
  const crowd = Array.from({ length: 27 }, (_, at) => row(at, 1))
  const few = [row(27, 10), row(28, 10), row(29, 10)]
  const piled = fairnessReport([...crowd, ...few]).matthew
  expect(piled).toMatchObject({ suppliers: 3, share: 0.5263, merited: 0.1, raised: true })
  const earned = fairnessReport([...crowd, ...few.map((one) => ({ ...one, worth: 50 }))]).matthew
  expect(earned).toMatchObject({ share: 0.5263, merited: 0.5263, ratio: 1, raised: false })
  // A tenth of few says nothing.
  expect(fairnessReport([...crowd.slice(0, 8), ...few]).matthew.raised).toBe(false)
})
