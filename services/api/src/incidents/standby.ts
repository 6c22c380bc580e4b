import { unplaced, type Day } from '@enlace/scheduling'

import type { Model } from './model.ts'
import type { Tally } from './tally.ts'

/** Slots that meetings left, whether they were moved or lost. */
function freedSlots(day: Day, { plan }: Model, planned: number): readonly number[] {
  const now = day.plan
  const left = plan.slots
    .slice(0, planned)
    .filter((slot, index) => slot !== now.slots[index] || plan.places[index] !== now.places[index])
  return [...new Set(left)]
}

/** Gives what was freed to pairs on standby, in their order; nobody moves for it, and nobody meets more often than may be. */
export function pullIn(day: Day, model: Model, tally: Tally, planned: number): void {
  const slots = freedSlots(day, model, planned)
  if (slots.length === 0) return
  const { pairs } = model
  for (const [index, slot] of day.plan.slots.entries()) {
    const pair = pairs[index]
    if (slot !== unplaced && pair !== undefined) tally.add(pair)
  }
  for (const [index, pair] of pairs.entries()) {
    if (index < planned || index >= model.plan.slots.length || !tally.allows(pair)) continue
    if (day.apply({ kind: 'standby', meeting: index, slots }).changes.length > 0) tally.add(pair)
  }
}
