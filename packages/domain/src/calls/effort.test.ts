import { describe, expect, it } from 'vitest'

import type { BidField } from './call.ts'
import { effortOf } from './effort.ts'

const field = (given: Partial<BidField> = {}): BidField => ({
  key: 'how',
  envelope: 'technical',
  label: 'How?',
  required: true,
  maxWords: 150,
  prefill: null,
  ...given,
})
const call = { text: 'word '.repeat(400), lots: [], fields: [field()], envelopes: ['technical', 'price'] as const }

describe('what answering a call asks of a bidder', () => {
  it('is to read, to write and to price', () => {
    expect(effortOf(call)).toEqual({ answers: 1, words: 150, prices: 1, minutes: 2 + 6 + 10 })
  })

  it('is less where a passport answers, and nothing where the call has no such envelope', () => {
    const prefilled = effortOf({ ...call, fields: [field({ prefill: 'references' })] })
    expect(prefilled.minutes).toBeLessThan(effortOf(call).minutes)
    expect(effortOf({ ...call, fields: [field({ envelope: 'qualification' })], envelopes: ['technical'] })).toEqual({
      answers: 0,
      words: 0,
      prices: 0,
      minutes: 2,
    })
  })

  it('grows by each lot', () => {
    const lot = { title: 'Seals', text: '', quantity: null }
    expect(effortOf({ ...call, lots: [lot, lot, lot] }).prices).toBe(3)
  })
})
