/** Slot and place of each meeting, by its index; `unplaced` where it has none. */
export type Plan = {
  readonly slots: readonly number[]
  readonly places: readonly number[]
}

export const unplaced = -1
