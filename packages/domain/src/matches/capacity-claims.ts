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
export function aboutNeed({ need, signals }: Pair, capability: Capability): boolean {
  if (signals.entries.some((entry) => entry.entryId === capability.id)) return true
  return capability.categories.some((mine) => need.categories.some((wanted) => codeProximity(mine, wanted) > 0))
}

/** An amount as people write it. */
export const quantityText = (quantity: Quantity): string =>
  `${quantity.value} ${quantity.unit}${quantity.per === null || quantity.per === 'once' ? '' : `/${quantity.per}`}`

/** What a capability's capacity says of the need's volume. */
export type CapacityClaim = {
  readonly capability: Capability
  /** How many times the capacity covers the volume. */
  readonly covers: number
  /** Whether the capability is about this need: its words or its category meet it. */
  readonly fits: boolean
  readonly detail: Detail
  readonly evidence: Evidence
}

/** Every capacity of the passport that can be compared with the need's volume. */
export function capacityClaims(pair: Pair): readonly CapacityClaim[] {
  const { volume } = pair.need
  if (volume === null) return []
  const years = windowYears(pair)
  return pair.passport.capabilities.flatMap((capability) => {
    const covers = capability.capacity === null ? null : coverageOf(capability.capacity, volume, years)
    if (capability.capacity === null || covers === null) return []
    const quote = quantityText(capability.capacity)
    return [
      {
        capability,
        covers,
        fits: aboutNeed(pair, capability),
        detail: { volume: quantityText(volume), capacity: quote, percent: Math.round(Math.min(covers, 10) * 100) },
        evidence: { quote, source: 'capability', entryId: capability.id },
      },
    ]
  })
}

/** The largest of the capacities that are about the need, or null where none is stated. */
export const fittingCapacity = (pair: Pair): CapacityClaim | null =>
  capacityClaims(pair)
    .filter((claim) => claim.fits)
    .toSorted((a, b) => b.covers - a.covers)[0] ?? null
