import type { CallView } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { standingOf } from './bid-standing.ts'

const bid = { state: 'submitted', confirmed: true, receivedAt: '2026-11-26T12:00:00Z', told: false } as const
type Given = Pick<CallView, 'bid' | 'phase' | 'stage'>
const cases: readonly (readonly [string | null, Partial<Given>])[] = [
  [null, { bid: null }],
  ['in', {}],
  ['unconfirmed', { bid: { ...bid, confirmed: false } }],
  ['withdrawn', { bid: { ...bid, state: 'withdrawn', confirmed: false } }],
  ['withdrawn', { bid: { ...bid, state: 'withdrawn' }, phase: 'cancelled' }],
  ['cancelled', { phase: 'cancelled' }],
  ['waiting', { phase: 'opening' }],
  ['opened', { phase: 'opening', stage: 'technical' }],
  ['opened', { phase: 'standstill', stage: 'price' }],
  ['lapsed', { phase: 'opening', bid: { ...bid, confirmed: false } }],
  ['told', { phase: 'closed', stage: 'price', bid: { ...bid, told: true } }],
]

it.each(cases)('is %s for %j', (standing, given) => {
  expect(standingOf({ bid, phase: 'tendering', stage: null, ...given })).toBe(standing)
})
