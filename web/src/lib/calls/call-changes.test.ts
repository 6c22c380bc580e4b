import type { CallContent } from '@enlace/domain'
import { describe, expect, it } from 'vitest'
import { changesOf } from './call-changes.ts'

const content: CallContent = {
  kind: 'rfq',
  title: 'Pump seals',
  text: 'Seals.',
  language: 'en',
  access: 'open',
  sealing: 'plain',
  envelopes: ['price'],
  lots: [{ title: 'Seals', text: '', quantity: { value: 40, unit: 'unit', per: 'year' } }],
  fields: [],
  criteria: [{ key: 'price', envelope: 'price', name: 'Price', weight: 100, maxScore: 10 }],
  currency: 'USD',
  deadline: '2026-12-01T20:00:00.000Z',
  questionsUntil: null,
  threshold: 1,
  standstillDays: 0,
}

describe('an amendment', () => {
  it('of nothing changes nothing', () => {
    expect(changesOf(content, { ...content, lots: [...content.lots] })).toEqual([])
  })

  it('names each field that differs, as it was and as it will be', () => {
    const after = { ...content, text: 'Seals and gaskets.', standstillDays: 5 }
    expect(changesOf(content, after).map(({ before, after: now }) => [before, now])).toEqual([
      ['Seals.', 'Seals and gaskets.'],
      ['0', '5'],
    ])
  })
})
