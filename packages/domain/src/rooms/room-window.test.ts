import { describe, expect, it } from 'vitest'

import { Problem } from '../problem.ts'
import { checkRoomOpen, isLate, roomHandOverMs, roomPhase, roomWindow } from './room-window.ts'

const minute = 60_000
/** Slots of 20 minutes; the third begins as the second ends. */
const slots = [
  { session: 0, starts: 100 * minute, ends: 120 * minute },
  { session: 0, starts: 130 * minute, ends: 150 * minute },
  { session: 0, starts: 150 * minute, ends: 170 * minute },
]
const windowOf = (at: number) => {
  const window = roomWindow(slots, at)
  if (window === null) throw new Error('there is such a slot')
  return window
}
const codeOf = (act: () => void): string | null => {
  try {
    act()
    return null
  } catch (error) {
    return error instanceof Problem ? `${error.code} ${error.faults[0]?.message}` : String(error)
  }
}

describe('the room of a meeting', () => {
  it('opens five minutes before and is over at the end, to the millisecond', () => {
    const window = windowOf(1)
    expect([window.opens, window.ends]).toEqual([125 * minute, 150 * minute])
    const phases = [window.opens - 1, window.opens, window.ends - 1, window.ends].map((now) => roomPhase(window, now))
    expect(phases).toEqual(['early', 'open', 'open', 'over'])
  })

  it('is empty between two meetings that follow each other at once', () => {
    const [before, after] = [windowOf(1), windowOf(2)]
    expect(after.opens - before.ends).toBe(roomHandOverMs)
    for (let now = 120 * minute; now < 180 * minute; now += 1000)
      expect([before, after].filter((window) => roomPhase(window, now) === 'open').length).toBeLessThan(2)
  })

  it('refuses who comes early or late, and says when', () => {
    const window = windowOf(0)
    expect(codeOf(() => checkRoomOpen(window, 95 * minute - 1))).toBe('room.early 1970-01-01T01:35:00.000Z')
    expect(codeOf(() => checkRoomOpen(window, 95 * minute))).toBeNull()
    expect(codeOf(() => checkRoomOpen(window, 120 * minute))).toBe('room.over 1970-01-01T02:00:00.000Z')
  })

  it('knows who is late only while the meeting lasts, and never who came', () => {
    const window = windowOf(0)
    const late = (hasEntered: boolean, at: number): boolean => isLate(window, hasEntered, at * minute)
    expect([late(false, 104), late(false, 105), late(true, 105), late(false, 120)]).toEqual([false, true, false, false])
  })

  it('is none where there is no such slot', () => {
    expect(roomWindow(slots, 3)).toBeNull()
  })
})
