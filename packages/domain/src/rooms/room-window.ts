import { Problem } from '../problem.ts'
import type { MatchdaySlot } from '../matchdays/matchday-slots.ts'

const minuteMs = 60_000
/** So long before its meeting a room opens. */
export const roomOpensBeforeMs = 5 * minuteMs
/** So long a room is empty between two meetings, so that those of one never meet those of the next. */
export const roomHandOverMs = minuteMs / 2
/** A side that has not come in by then is late. */
export const roomLateAfterMs = 5 * minuteMs

/** Instants in ms since 1970. */
export type RoomWindow = { readonly opens: number; readonly starts: number; readonly ends: number }

/**
 * When the room of a meeting is open. Never before the slot ahead is over and handed over, whether or not anybody
 * meets in it: so it tells nothing of others.
 */
export function roomWindow(slots: readonly MatchdaySlot[], at: number): RoomWindow | null {
  const slot = slots[at]
  if (slot === undefined) return null
  const ahead = slots[at - 1]
  const handedOver = ahead === undefined ? -Infinity : ahead.ends + roomHandOverMs
  const opens = Math.max(slot.starts - roomOpensBeforeMs, handedOver)
  return { opens, starts: slot.starts, ends: slot.ends }
}

export const roomPhases = ['early', 'open', 'over'] as const
export type RoomPhase = (typeof roomPhases)[number]

/** Where a room stands; at its end it is over. */
export const roomPhase = ({ opens, ends }: RoomWindow, now: number): RoomPhase =>
  now < opens ? 'early' : now < ends ? 'open' : 'over'

/**
 * Refuses to let somebody in before a room opens, or once it is over, and says when it opens or ended.
 * @throws Problem room.early, room.over
 */
export function checkRoomOpen(window: RoomWindow, now: number): void {
  const phase = roomPhase(window, now)
  const at = (ms: number): string => new Date(ms).toISOString()
  if (phase === 'early')
    throw new Problem('room.early', `This room opens at ${at(window.opens)}.`, [
      { path: 'room.opensAt', code: 'early', message: at(window.opens) },
    ])
  if (phase === 'over')
    throw new Problem('room.over', `This meeting ended at ${at(window.ends)}.`, [
      { path: 'room.endsAt', code: 'over', message: at(window.ends) },
    ])
}

/** Whether a side that never came in is late, while there is still a meeting to come to. */
export const isLate = ({ starts, ends }: RoomWindow, hasEntered: boolean, now: number): boolean =>
  !hasEntered && now >= starts + roomLateAfterMs && now < ends
