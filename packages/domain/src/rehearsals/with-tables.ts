import type { MatchdayPlace } from '../matchdays/matchday.ts'

/** As many places as wanted: the last ones leave, or tables are added to the zone of the last. */
export function withTables(places: readonly MatchdayPlace[], count: number): readonly MatchdayPlace[] {
  const kept = places.slice(0, Math.max(0, count))
  const used = new Set(places.map(({ key }) => key))
  const zone = places.at(-1)?.zone ?? ''
  const added: MatchdayPlace[] = []
  for (let number = places.length + 1; kept.length + added.length < count; number += 1) {
    const key = `t-${number}`
    if (used.has(key)) continue
    added.push({ key, name: zone === '' ? `${number}` : `${zone} ${number}`, kind: 'table', zone })
  }
  return [...kept, ...added]
}
