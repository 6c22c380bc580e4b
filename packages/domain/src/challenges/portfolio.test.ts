import { describe, expect, it } from 'vitest'

import { byTheme, furthestStage } from './portfolio.ts'
import { isReleased, matchedShare } from './tranche.ts'

describe('a portfolio', () => {
  const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
  it('is laid out by theme, each currency summed apart', () => {
    const projects = [
      { theme: 'water', worth: usd(100), stages: {} },
      { theme: 'safety', worth: null, stages: {} },
      { theme: 'water', worth: usd(-30), stages: {} },
      { theme: 'water', worth: { amountMinor: 5, currency: 'CLP' }, stages: {} },
      { theme: null, worth: usd(9), stages: {} },
    ] as const
    expect(byTheme(projects)).toEqual([
      { theme: 'water', projects: 3, worth: [usd(70), { amountMinor: 5, currency: 'CLP' }] },
      { theme: 'safety', projects: 1, worth: [] },
    ])
  })
  it('knows how far a project has come, whatever was stopped', () => {
    expect(furthestStage({ stages: { screening: 2, pilot: 1, stopped: 4 } })).toBe('pilot')
    expect(furthestStage({ stages: { withdrawn: 1 } })).toBeNull()
  })
})

it('a tranche is released by both sides alone, and shared to the last cent', () => {
  const at = '2026-11-26T12:00:00.000Z'
  expect([
    isReleased({ firmConfirmedAt: at, buyerConfirmedAt: null }),
    isReleased({ firmConfirmedAt: null, buyerConfirmedAt: at }),
    isReleased({ firmConfirmedAt: at, buyerConfirmedAt: at }),
  ]).toEqual([false, false, true])
  expect(matchedShare(1001, 50)).toEqual({ funder: 500, buyer: 501 })
})
