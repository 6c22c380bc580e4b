import { describe, expect, it } from 'vitest'

import { scrollTo, visibleRange, withKept } from './visible-window.ts'

describe('the part of a long list that is drawn', () => {
  it('is what the window shows and two more at each end, and never beyond the list', () => {
    expect(visibleRange(0, 500, 50, 300)).toEqual({ from: 0, to: 12 })
    expect(visibleRange(5000, 500, 50, 300)).toEqual({ from: 98, to: 112 })
    expect(visibleRange(14_500, 500, 50, 300)).toEqual({ from: 288, to: 300 })
    expect(visibleRange(0, 500, 50, 3)).toEqual({ from: 0, to: 3 })
    expect(visibleRange(900, 500, 50, 0)).toEqual({ from: 0, to: 0 })
  })
  it('keeps what has the focus, in order', () => {
    expect(withKept({ from: 5, to: 7 }, 2, 9)).toEqual([2, 5, 6])
    expect(withKept({ from: 5, to: 7 }, 8, 9)).toEqual([5, 6, 8])
    expect(withKept({ from: 5, to: 7 }, 6, 9)).toEqual([5, 6])
    expect(withKept({ from: 0, to: 0 }, 0, 0)).toEqual([])
  })
  it('scrolls no further than needed to show a row whole', () => {
    expect(scrollTo(3, 50, 0, 540, 40)).toBe(0)
    expect(scrollTo(10, 50, 0, 540, 40)).toBe(50)
    expect(scrollTo(2, 50, 400, 540, 40)).toBe(100)
  })
})
