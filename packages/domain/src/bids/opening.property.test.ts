import fc from 'fast-check'
import { expect, it } from 'vitest'

import { isDecided, opensNow } from './opening.ts'

/** For each opener in the order in which they come: whether it can give its share of the bid. */
const calls = fc.integer({ min: 2, max: 6 }).chain((openers) =>
  fc.record({
    openers: fc.constant(openers),
    threshold: fc.integer({ min: 2, max: openers }),
    gives: fc.array(fc.boolean(), { minLength: openers, maxLength: openers }),
  }),
)
const after = (gives: readonly boolean[], count: number) => ({
  released: count,
  shares: gives.slice(0, count).filter(Boolean).length,
})

it('once a bid is decided nobody who comes later changes whether it opens; before, somebody could', () => {
  fc.assert(
    fc.property(calls, ({ openers, threshold, gives }) => {
      for (let count = 0; count <= openers; count += 1) {
        const so = after(gives, count)
        const opens = so.shares >= threshold
        const atBest = so.shares + openers - count >= threshold
        expect(isDecided({ openers, threshold, ...so })).toBe(opens === atBest)
      }
      expect(isDecided({ openers, threshold, ...after(gives, openers) })).toBe(true)
    }),
  )
})

it('opens with as many as it takes where each gives every share, and never with fewer', () => {
  fc.assert(
    fc.property(calls, fc.nat(4), ({ openers, threshold }, bids) => {
      for (let released = 0; released <= openers; released += 1) {
        const all = Array.from({ length: bids }, () => ({ openers, threshold, released, shares: released }))
        expect(opensNow(all, released, threshold)).toBe(released >= threshold)
      }
    }),
  )
})

it('waits for the third of three where one of two left a bid away', () => {
  const bid = { openers: 3, threshold: 2, released: 2, shares: 1 }
  expect(opensNow([bid], 2, 2)).toBe(false)
  expect(opensNow([{ ...bid, released: 3, shares: 2 }], 3, 2)).toBe(true)
  expect(opensNow([{ ...bid, released: 3, shares: 1 }], 3, 2)).toBe(true)
  expect(opensNow([{ ...bid, shares: 0 }], 2, 2)).toBe(true)
})
