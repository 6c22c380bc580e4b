import type { Instance } from '../instance.ts'
import { unplaced } from '../plan.ts'
import type { Board } from './board.ts'

/** Minutes from the end of the earlier of two slots to the start of the later. */
type Near = { readonly slot: number; readonly minutes: number; readonly isLater: boolean }

/** The slots so near to each that somebody might not have the time to change zones. */
export function nearSlots({ slots, walking }: Instance): readonly (readonly Near[])[] {
  const longest = Math.max(0, ...walking.flat())
  return slots.map((own, at) =>
    slots.flatMap((other, slot): readonly Near[] => {
      const isLater = slot > at
      const minutes = isLater ? other.start - own.end : own.start - other.end
      return slot !== at && minutes < longest ? [{ slot, minutes, isLater }] : []
    }),
  )
}

/** Who gets where in time, as the meetings of a board have their places by now. */
export class Walks {
  readonly #board: Board
  readonly #placeOf: Int16Array
  readonly #near: ReturnType<typeof nearSlots>
  readonly #walking: Instance['walking']
  readonly #zones: readonly number[]

  constructor(instance: Instance, board: Board, placeOf: Int16Array) {
    this.#board = board
    this.#placeOf = placeOf
    this.#near = nearSlots(instance)
    this.#walking = instance.walking
    this.#zones = instance.places.map(({ zone }) => zone)
  }

  /** Whether everybody gets everywhere in time. */
  get isFree(): boolean {
    return this.#near.every((near) => near.length === 0)
  }

  /** The zone of a meeting's place, or null where it has none. */
  zoneOf(meeting: number): number | null {
    const place = this.#placeOf[meeting] ?? unplaced
    return place === unplaced ? null : (this.#zones[place] ?? 0)
  }

  /** Whether everybody gets to a zone in time from where they are before, and from there to where they are next. */
  isInReach(meeting: number, zone: number, slot: number): boolean {
    for (const { slot: other, minutes, isLater } of this.#near[slot] ?? [])
      for (const one of this.#board.people[meeting] ?? []) {
        const there = this.zoneOf(this.#board.meetingAt(one, other))
        if (there === null) continue
        if (minutes < ((isLater ? this.#walking[zone]?.[there] : this.#walking[there]?.[zone]) ?? 0)) return false
      }
    return true
  }
}
