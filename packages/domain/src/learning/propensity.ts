/** How often a place of a list was listed, and how often somebody saw it there. */
export type SeenPlace = { readonly position: number; readonly listed: number; readonly seen: number }

/** A place that is hardly ever seen counts at most so many times. */
const leastPropensity = 0.1

/** How likely a place is seen, by position; it never rises further down, and what was never listed is as the last known. */
export function propensities(places: readonly SeenPlace[]): (position: number) => number {
  const known: { readonly position: number; readonly value: number }[] = []
  let least = 1
  for (const { position, listed, seen } of places.toSorted((a, b) => a.position - b.position)) {
    if (listed <= 0) continue
    least = Math.max(leastPropensity, Math.min(least, seen / listed))
    known.push({ position, value: least })
  }
  return (position) => known.findLast((place) => place.position <= position)?.value ?? 1
}
