import type { Instance } from '../instance.ts'

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
