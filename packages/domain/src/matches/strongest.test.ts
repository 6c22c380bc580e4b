import { expect, it } from 'vitest'

import type { CriterionId, CriterionResult } from './match.ts'
import { reasonsOf, strongestOf } from './strongest.ts'

const found = (id: CriterionId, score: number | null, weight = 0.2): CriterionResult => ({
  ...{ id, score, weight, detail: { of: id } },
  evidence: { quote: `quote of ${id}`, source: 'facts', entryId: null },
})

it('two fit for what weighs most, told without scores, prices, and what nothing is known of', () => {
  const all = [
    ...[found('price', 1, 0.9), found('willingness', 1, 0.9), found('category', null, 0.9), found('inclusion', 0, 0.9)],
    ...[found('geography', 0.5), found('capacity', 0.6), found('track-record', 0.4)],
  ]
  expect(strongestOf(all).map(({ id }) => id)).toEqual(['price', 'capacity'])
  const reasons = reasonsOf(all)
  expect(reasons).toEqual([
    { id: 'capacity', detail: { of: 'capacity' }, quote: 'quote of capacity' },
    { id: 'geography', detail: { of: 'geography' }, quote: 'quote of geography' },
  ])
})
