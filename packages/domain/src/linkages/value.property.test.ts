import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asId, type CallId } from '../brand.ts'
import type { Money } from '../place.ts'
import { linkageSides } from './stage.ts'
import { type Statement, valueLines, valueTotals } from './value.ts'

// Few amounts, currencies and years, so that both sides often say the same and often nearly the same.
const statements: fc.Arbitrary<Statement[]> = fc.array(
  fc
    .record({
      of: fc.constantFrom('potential', 'contract', 'spend'),
      year: fc.constantFrom(2024, 2025),
      callId: fc.constantFrom(null, asId<CallId>('first'), asId<CallId>('second')),
      by: fc.constantFrom(...linkageSides),
      amountMinor: fc.constantFrom(0, 100, 101, 5000),
      currency: fc.constantFrom('USD', 'EUR', 'CLP'),
    })
    .map((one) => ({
      ...one,
      year: one.of === 'spend' ? one.year : null,
      callId: one.of === 'contract' ? one.callId : null,
    })),
  { maxLength: 20 },
)
const linkages = fc.array(statements, { maxLength: 5 })
const inCurrency = (sums: readonly Money[], currency: string): number =>
  sums.find((sum) => sum.currency === currency)?.amountMinor ?? 0

/** What one side says in all, of what it said last of each thing; worked out apart from the code under test. */
function said(all: readonly (readonly Statement[])[], of: string, by: string, currency: string): number {
  let sum = 0
  for (const one of all) {
    const last = new Map(
      one.filter((each) => each.of === of && each.by === by).map((each) => [`${each.year} ${each.callId}`, each]),
    )
    for (const each of last.values()) if (each.currency === currency) sum += each.amountMinor
  }
  return sum
}

describe('values of linkages', () => {
  it('are never confirmed above what either side said, and stand in one place each', () => {
    fc.assert(
      fc.property(
        linkages,
        fc.constantFrom('contract', 'spend'),
        fc.constantFrom('USD', 'EUR', 'CLP'),
        (all, of, currency) => {
          const { buyer, supplier, confirmed } = valueTotals(all)[of]
          for (const side of linkageSides) {
            const whole = said(all, of, side, currency)
            expect(inCurrency(confirmed, currency)).toBeLessThanOrEqual(whole)
            expect(inCurrency(side === 'buyer' ? buyer : supplier, currency) + inCurrency(confirmed, currency)).toBe(
              whole,
            )
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('are the same when everything said last is said again, and whoever spoke first', () => {
    fc.assert(
      fc.property(statements, (one) => {
        const last = [
          ...new Map(one.map((each) => [`${each.of} ${each.year} ${each.callId} ${each.by}`, each])).values(),
        ]
        const confirmable = (each: readonly Statement[]) => valueLines(each.filter(({ of }) => of !== 'potential'))
        expect(confirmable([...one, ...last])).toEqual(confirmable(one))
        const bySide = [...last.filter(({ by }) => by === 'supplier'), ...last.filter(({ by }) => by === 'buyer')]
        expect(valueTotals([bySide]).contract).toEqual(valueTotals([last]).contract)
        expect(valueTotals([bySide]).spend).toEqual(valueTotals([last]).spend)
      }),
    )
  })

  it('are confirmed by the same amount, currency and year alone', () => {
    const figure = { of: 'spend', year: 2025, callId: null, amountMinor: 100, currency: 'USD' } as const
    const buyer = { ...figure, by: 'buyer' } as const
    const lines = (other: Partial<Statement>) => valueLines([buyer, { ...figure, by: 'supplier', ...other }])
    expect(lines({})).toMatchObject([{ confirmed: true }])
    for (const other of [
      { amountMinor: 99 },
      { currency: 'EUR' },
      { year: 2024 },
      { of: 'contract', year: null },
    ] as const)
      expect(lines(other).some(({ confirmed }) => confirmed)).toBe(false)
    expect(valueLines([buyer, buyer])).toMatchObject([{ confirmed: false }])
  })

  it('of somebody who claims too much are confirmed no higher than the truth', () => {
    const truth = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 30 })
    fc.assert(
      fc.property(truth, fc.double({ min: 1, max: 5, noNaN: true }), (amounts, factor) => {
        const all = amounts.map((amountMinor): Statement[] => {
          const honest = { of: 'contract', year: null, callId: null, currency: 'USD' } as const
          return [
            { ...honest, by: 'buyer', amountMinor },
            { ...honest, by: 'supplier', amountMinor: Math.round(amountMinor * factor) },
          ]
        })
        const whole = amounts.reduce((sum, amount) => sum + amount, 0)
        expect(inCurrency(valueTotals(all).contract.confirmed, 'USD')).toBeLessThanOrEqual(whole)
      }),
    )
  })
})
