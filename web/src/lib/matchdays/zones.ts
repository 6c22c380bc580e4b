import type { Appeal, MatchdayPlace, PlaceKind } from '@enlace/domain'

/** Places of one zone, one kind and one appeal, as one row of the form. */
export type Zone = {
  name: string
  tables: number | null
  kind: PlaceKind
  /** Null where it is the usual one. */
  appeal: Appeal | null
  /** The places it was read from. */
  readonly of: readonly MatchdayPlace[]
}

export const blankZone = (): Zone => ({ name: '', tables: 10, kind: 'table', appeal: null, of: [] })

/** Places by zone, kind and appeal. */
export function zonesOf(places: readonly MatchdayPlace[]): Zone[] {
  const zones = new Map<string, MatchdayPlace[]>()
  for (const place of places) {
    const row = JSON.stringify([place.zone, place.kind, place.appeal])
    zones.set(row, [...(zones.get(row) ?? []), place])
  }
  return [...zones.values()].map((of) => ({
    ...{ name: of[0]?.zone ?? '', tables: of.length, kind: of[0]?.kind ?? 'table' },
    ...{ appeal: of[0]?.appeal ?? null, of },
  }))
}

/**
 * The places of all rows. Each row keeps what it was read from, as many as it has tables by now; what one row leaves another
 * of its zone takes, so that tables of a zone are told apart without being replaced; what still lacks is new.
 */
export function placesOf(zones: readonly Zone[]): MatchdayPlace[] {
  const left = zones.flatMap(({ of, tables }) => of.slice(Math.max(0, tables ?? 0)))
  const used = new Set(zones.flatMap(({ of }) => of.map(({ key }) => key)))
  const named = new Set(zones.flatMap(({ of }) => of.map(({ name }) => name)))
  return zones.flatMap((zone, at) => {
    const { name, tables, kind, appeal, of } = zone
    const kept = of.slice(0, Math.max(0, tables ?? 0))
    // A table may become a booth, while a room that is virtual is somewhere else altogether.
    const fits = (place: MatchdayPlace): boolean =>
      place.zone === name && (place.kind === 'virtual') === (kind === 'virtual')
    while (kept.length < (tables ?? 0)) {
      const found = left.findIndex(fits)
      if (found < 0) break
      kept.push(...left.splice(found, 1))
    }
    for (let n = 1; kept.length < (tables ?? 0); n += 1) {
      const [key, title] = [`z${at + 1}-${n}`, name === '' ? `${n}` : `${name} ${n}`]
      if (used.has(key) || named.has(title)) continue
      used.add(key)
      named.add(title)
      kept.push({ key, name: title, kind, zone: name })
    }
    return kept.map(({ appeal: _before, ...place }) => ({
      ...place,
      ...{ zone: name, kind },
      ...(appeal === null ? {} : { appeal }),
    }))
  })
}
