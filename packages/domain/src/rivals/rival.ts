import type { OrganisationId } from '../brand.ts'

/** Rivals that one supplier names at most. */
export const rivalLimit = 50

/** How a rival is named: one that was picked, or words by which one is known as soon as it is here. */
export const rivalKinds = ['supplier', 'name', 'tax-id'] as const
export type RivalKind = (typeof rivalKinds)[number]

/** Whom a supplier must not be told apart by: those it named and those that named it; nobody for most. */
export type RivalsOf = (supplierId: OrganisationId) => readonly OrganisationId[]

type Placed = { readonly supplierId: OrganisationId }

/**
 * The first `limit` of a list, best first, each counted as though its rivals were not in it: so nobody leaves a list, and
 * hears of leaving it, because a rival came. Rivals may make it longer, by as many as are walled from one another.
 */
export function firstWithoutRivals<Row extends Placed>(
  list: readonly Row[],
  limit: number,
  rivalsOf: RivalsOf,
): readonly Row[] {
  let places: ReadonlyMap<OrganisationId, number> | null = null
  return list.filter(({ supplierId }, place) => {
    if (place < limit) return true
    const rivals = rivalsOf(supplierId)
    if (rivals.length === 0) return false
    const placeOf = (places ??= new Map(list.map((row, at) => [row.supplierId, at])))
    // Each once, also where two named one another.
    const before = [...new Set(rivals)].filter((rival) => (placeOf.get(rival) ?? place) < place)
    return place - before.length < limit
  })
}
