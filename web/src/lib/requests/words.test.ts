import type { RequestSuggestion } from '@enlace/contracts'
import { asId, type CriterionResult } from '@enlace/domain'
import { beforeEach, expect, it } from 'vitest'

import { overwriteGetLocale } from '../paraglide/runtime.js'
import { reasonOf } from './words.ts'

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

it('a request names the need and why, by whose it is, and nothing of one that hides its buyer', () => {
  expect(reasonOf(suggestion())).toMatch(/^Our need “Gravel”\. .+/)
  expect(reasonOf(suggestion({ mine: false }))).toMatch(/^Your need “Gravel”\. .+/)
  expect(reasonOf(suggestion({ open: false }))).toBe('')
  expect(reasonOf(suggestion({ title: 'x'.repeat(900) })).length).toBe(500)
})
