import type { RequestSuggestion } from '@enlace/contracts'
import { asId, type CriterionResult } from '@enlace/domain'
import { beforeEach, expect, it } from 'vitest'

import { overwriteGetLocale } from '../paraglide/runtime.js'
import { reasonOf, strongestOf } from './words.ts'

const criterion = (given: Partial<CriterionResult>): CriterionResult => ({
  ...{ id: 'category', score: 1, weight: 0.2, detail: { own: 'CPV 14', wanted: 'CPV 14' }, evidence: null },
  ...given,
})
const suggestion = (given: Partial<RequestSuggestion> = {}): RequestSuggestion => ({
  ...{ participantId: asId('a'), organisation: { id: asId('b'), name: 'Mina Clara' }, needId: asId('c') },
  ...{ title: 'Gravel', mine: true, open: true, criteria: [criterion({})] },
  ...given,
})

beforeEach(() => overwriteGetLocale(() => 'en'))

it('what speaks most for a match comes first, without what nothing is known of', () => {
  const all = [
    criterion({ id: 'geography', score: null, weight: 0.9 }),
    criterion({ id: 'category', weight: 0.1 }),
    criterion({ id: 'capability-text', score: 0.5, weight: 0.5 }),
    criterion({ id: 'price', score: 0, weight: 0.5 }),
    criterion({ id: 'willingness', weight: 0.9 }),
  ]
  expect(strongestOf(all).map(({ id }) => id)).toEqual(['capability-text', 'category'])
})

it('a request names the need and why, by whose it is, and nothing of one that hides its buyer', () => {
  expect(reasonOf(suggestion())).toMatch(/^Our need “Gravel”\. .+/)
  expect(reasonOf(suggestion({ mine: false }))).toMatch(/^Your need “Gravel”\. .+/)
  expect(reasonOf(suggestion({ open: false }))).toBe('')
  expect(reasonOf(suggestion({ title: 'x'.repeat(900) })).length).toBe(500)
})
