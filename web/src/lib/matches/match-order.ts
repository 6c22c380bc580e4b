import type { SupplierMatch } from '@enlace/contracts'
import { criterionIds, type CriterionId } from '@enlace/domain'
import { pointsOf } from './reading.ts'

/** What a table of matches can be ordered by. */
export const isColumn = (id: string): id is MatchColumn =>
  ['rank', 'name', 'score', 'distance', 'gaps', ...criterionIds].includes(id)
export type MatchColumn = 'rank' | 'name' | 'score' | 'distance' | 'gaps' | CriterionId

const scoreOf = ({ match }: SupplierMatch, id: CriterionId): number | null =>
  match.criteria.find((one) => one.id === id)?.score ?? null

/** Kilometres from the need's place to the supplier's nearest site, as the match was decided by; null where not known. */
export function distanceOf({ match }: Pick<SupplierMatch, 'match'>): number | null {
  const km = [...match.criteria, ...match.gates].find(({ detail }) => typeof detail['km'] === 'number')?.detail['km']
  return typeof km === 'number' ? km : null
}

/** A row's value in a column; null where nothing is stated. */
export function valueIn(row: SupplierMatch, column: MatchColumn): number | string | null {
  if (column === 'rank') return row.rank
  if (column === 'name') return row.supplier.name
  if (column === 'score') return pointsOf(row.match)
  if (column === 'distance') return distanceOf(row)
  return column === 'gaps' ? row.match.gaps.length : scoreOf(row, column)
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b

/** The rows in the order of a column; what is not stated comes last either way, and rank decides between equals. */
export const ordered = (
  rows: readonly SupplierMatch[],
  column: MatchColumn,
  falling: boolean,
): readonly SupplierMatch[] =>
  rows.toSorted((one, other) => {
    const [a, b] = [valueIn(one, column), valueIn(other, column)]
    if (a === null || b === null) return Number(a === null) - Number(b === null) || one.rank - other.rank
    return (falling ? -compare(a, b) : compare(a, b)) || one.rank - other.rank
  })

/** Columns that are looked at from their best: most points first, but nearest, fewest and first ones too. */
export const beginsFalling = (column: MatchColumn): boolean =>
  column === 'score' || criterionIds.some((id) => id === column)
