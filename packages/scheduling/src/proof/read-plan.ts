import type { Instance } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import type { Encoding } from './encode.ts'

/** The plan that a model stands for; each meeting has the first place that is open, allowed and free. */
export function readPlan(instance: Instance, { at }: Encoding, model: readonly boolean[]): Plan {
  const taken = new Set<string>()
  const slots = at.map((row) => row.findIndex((literal) => literal !== null && model[literal]))
  const places = slots.map((slot, m) => {
    const allowed = instance.meetings[m]?.places ?? instance.places.keys()
    for (const place of allowed) {
      if (instance.places[place]?.closed.includes(slot) || taken.has(`${slot} ${place}`)) continue
      taken.add(`${slot} ${place}`)
      return place
    }
    return unplaced
  })
  return { slots, places }
}
