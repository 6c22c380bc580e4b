import { describe, expect, it } from 'vitest'

import { nowAndNext, nowLine } from './now-and-next.ts'

const at = (minute: number): number => Date.parse('2030-05-06T13:00:00Z') + minute * 60_000
const slots = [0, 25, 50].map((minute) => ({
  startsAt: new Date(at(minute)).toISOString(),
  endsAt: new Date(at(minute + 20)).toISOString(),
}))

describe('the present on a board', () => {
  it('is in one slot, between two, before the first or after the last', () => {
    expect(nowAndNext(slots, at(-1))).toEqual({ running: null, next: 0 })
    expect(nowAndNext(slots, at(0))).toEqual({ running: 0, next: 1 })
    expect(nowAndNext(slots, at(20))).toEqual({ running: null, next: 1 })
    expect(nowAndNext(slots, at(60))).toEqual({ running: 2, next: null })
    expect(nowAndNext(slots, at(70))).toEqual({ running: null, next: null })
  })
  it('moves through a slot with the clock, and waits where nothing runs', () => {
    expect(nowLine(slots, at(-1))).toBe(null)
    expect(nowLine(slots, at(10))).toBe(0.5)
    expect(nowLine(slots, at(22))).toBe(1)
    expect(nowLine(slots, at(65))).toBe(2.75)
    expect(nowLine(slots, at(80))).toBe(null)
  })
})
