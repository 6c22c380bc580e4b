import { unplaced, type Day } from '@enlace/scheduling'

import type { Model } from './model.ts'

/** Slots that meetings left, whether they were moved or lost. */
function freedSlots(day: Day, { plan }: Model, planned: number): readonly number[] {
  const now = day.plan
  const left = plan.slots
    .slice(0, planned)
    .filter((slot, index) => slot !== now.slots[index] || plan.places[index] !== now.places[index])
  return [...new Set(left)]
}

/** Gives what was freed to pairs on standby, in their order; nobody moves for it, and nobody meets more often than may be. */
export function pullIn(day: Day, model: Model, mostMeetings: number, planned: number): void {
  const slots = freedSlots(day, model, planned)
  if (slots.length === 0) return
  const meets = new Map<string, number>()
  const count = (index: number): void => {
    for (const one of [model.pairs[index]?.hostId, model.pairs[index]?.visitorId])
      if (one !== undefined) meets.set(one, (meets.get(one) ?? 0) + 1)
  }
  for (const [index, slot] of day.plan.slots.entries()) if (slot !== unplaced) count(index)
  for (let index = planned; index < model.plan.slots.length; index += 1) {
    const pair = model.pairs[index]
    const isFull = [pair?.hostId, pair?.visitorId].some(
      (one) => one === undefined || (meets.get(one) ?? 0) >= mostMeetings,
    )
    if (!isFull && day.apply({ kind: 'standby', meeting: index, slots }).changes.length > 0) count(index)
  }
}
