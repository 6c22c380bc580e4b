import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { borneOf, usualPercents } from './borne.ts'

const fee = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

it('is 70, 60 and 50 % of a fee the first three times, and nothing after', () => {
  const shares = [0, 1, 2, 3, 40].map((before) => borneOf({ fee: fee(25_000), percents: usualPercents }, before))
  expect(shares.map(({ nth, percent, borne, own }) => [nth, percent, borne.amountMinor, own.amountMinor])).toEqual([
    [1, 70, 17_500, 7500],
    [2, 60, 15_000, 10_000],
    [3, 50, 12_500, 12_500],
    [4, 0, 0, 25_000],
    [41, 0, 0, 25_000],
  ])
})

it('adds up to the fee to the last unit, and is off the exact share by half a unit at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_000_000_000_000_000 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 10 }),
      fc.nat(12),
      (amount, percents, before) => {
        const { borne, own, percent } = borneOf({ fee: fee(amount), percents }, before)
        expect(BigInt(borne.amountMinor) + BigInt(own.amountMinor)).toBe(BigInt(amount))
        const off = 200n * BigInt(borne.amountMinor) - 2n * BigInt(amount) * BigInt(percent)
        expect(off >= -100n && off <= 100n).toBe(true)
      },
    ),
  )
})
