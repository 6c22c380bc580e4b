import { describe, expect, it } from 'vitest'

import { dueRound, followUpAt, followUpDays } from './follow-up.ts'

const since = new Date('2026-01-01T12:00:00Z')
const after = (days: number): Date => new Date(since.getTime() + days * 86_400_000)

describe('the follow-up clock', () => {
  it('asks 7, 30, 90, 180 and 365 days after a stage began, and then no more', () => {
    expect(followUpDays.map((_, round) => followUpAt('offer', since, round))).toEqual([7, 30, 90, 180, 365].map(after))
    expect(followUpAt('offer', since, followUpDays.length)).toBeNull()
  })

  it('stands still before both said yes and after one stopped', () => {
    expect([followUpAt('requested', since, 0), followUpAt('stopped', since, 0)]).toEqual([null, null])
  })

  it('asks once where several rounds were missed, and never one again', () => {
    expect(dueRound(since, 0, after(6.9))).toBeNull()
    expect(dueRound(since, 0, after(7))).toBe(0)
    expect(dueRound(since, 1, after(29))).toBeNull()
    expect(dueRound(since, 0, after(100))).toBe(2)
    expect(dueRound(since, 3, after(100))).toBeNull()
    expect(dueRound(since, 4, after(4000))).toBe(4)
  })
})
