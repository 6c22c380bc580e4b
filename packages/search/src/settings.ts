import type { Settings } from 'meilisearch'

/** One text for values that mean the same: lists whose order says nothing are sorted, keys always. */
function canonical(value: unknown, ordered: boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => JSON.stringify(canonical(item, false)))
    return ordered ? items : items.toSorted()
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item, false)]),
  )
}

/** Lists that say what comes first. */
const orderedKeys: ReadonlySet<string> = new Set<keyof Settings>(['rankingRules', 'searchableAttributes'])

/** Whether `present` holds all that we ask for; what we leave open may be anything. */
export function holdsSettings(present: Settings, wanted: Settings): boolean {
  return Object.entries(wanted).every(([key, value]) =>
    holds((present as Record<string, unknown>)[key], value, orderedKeys.has(key)),
  )
}

function holds(present: unknown, wanted: unknown, ordered: boolean): boolean {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
    return JSON.stringify(canonical(present, ordered)) === JSON.stringify(canonical(wanted, ordered))
  if (typeof present !== 'object' || present === null) return false
  return Object.entries(wanted).every(([key, value]) => holds((present as Record<string, unknown>)[key], value, false))
}
