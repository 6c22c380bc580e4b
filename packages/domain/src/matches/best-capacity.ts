import { codeProximity } from '../categories/category.ts'
import { daysBetween, laterDate } from '../dates.ts'
import type { Capability } from '../passports/passport.ts'
import type { Quantity } from '../place.ts'
import { coverageOf } from '../quantities.ts'
import type { Evidence } from './match.ts'
import type { Detail, Pair } from './pair.ts'

const daysAYear = 365

/** Years in which a single amount has to be delivered; a year where the need sets no end. */
function windowYears({ need, today }: Pair): number {
  if (need.deliverUntil === null) return 1
  return Math.max(1, daysBetween(laterDate(today, need.deliverFrom), need.deliverUntil)) / daysAYear
}

/** Whether a capability is about this need: its words or its category meet it. */
function isAbout({ need, signals }: Pair, capability: Capability): boolean {
  if (signals.entries.some((entry) => entry.entryId === capability.id)) return true
  return capability.categories.some((mine) => need.categories.some((wanted) => codeProximity(mine, wanted) > 0))
}

/** The capabilities about this need; where none can be told to be, all of them. */
export function fittingCapabilities(pair: Pair): readonly Capability[] {
  const about = pair.passport.capabilities.filter((capability) => isAbout(pair, capability))
  return about.length > 0 ? about : pair.passport.capabilities
}

/** An amount as people write it. */
export const quantityText = (quantity: Quantity): string =>
  `${quantity.value} ${quantity.unit}${quantity.per === null || quantity.per === 'once' ? '' : `/${quantity.per}`}`

/** How often the best capability about the need covers its volume, or null where none states a comparable capacity. */
export function bestCapacity(pair: Pair): { readonly covers: number; readonly capability: Capability; readonly detail: Detail; readonly evidence: Evidence } | null {
  const { volume } = pair.need
  if (volume === null) return null
  const years = windowYears(pair)
  let best: { covers: number; capability: Capability; capacity: Quantity } | null = null
  for (const capability of fittingCapabilities(pair)) {
    if (capability.capacity === null) continue
    const covers = coverageOf(capability.capacity, volume, years)
    if (covers !== null && (best === null || covers > best.covers)) best = { covers, capability, capacity: capability.capacity }
  }
  if (best === null) return null
  const quote = quantityText(best.capacity)
  return {
    covers: best.covers,
    capability: best.capability,
    detail: { volume: quantityText(volume), capacity: quote, percent: Math.round(Math.min(best.covers, 10) * 100) },
    evidence: { quote, source: 'capability', entryId: best.capability.id },
  }
}
