import type { DemandView } from '@enlace/contracts'
import type { CategoryCode } from '@enlace/domain'
import type { Point } from '../maps/map-view.ts'

type Group = DemandView['byCategory'][number] | DemandView['byRegion'][number]

/** A group of open needs with what it is called. */
export type DemandRow = {
  readonly id: string
  readonly name: string
  readonly code: CategoryCode | null
  readonly open: number
  readonly none: number
  readonly weak: number
  readonly served: number
  readonly searches: number
  readonly examples: Group['examples']
  /** Where a region lies, if that is known. */
  readonly point: Point | null
}

/** A group as map, chart and table show it. */
export const demandRow = (group: Group, name: string): DemandRow => ({
  id: JSON.stringify(group.key),
  name,
  code: group.key !== null && 'scheme' in group.key ? group.key : null,
  ...{ open: group.open, none: group.none, weak: group.weak, searches: group.searches },
  served: group.open - group.none - group.weak,
  examples: group.examples,
  point: 'point' in group ? group.point : null,
})

/** Whether something is lacking in a group. */
export const isLacking = (row: Pick<DemandRow, 'none' | 'weak' | 'searches'>): boolean =>
  row.none + row.weak + row.searches > 0

/** The parts of one bar in percent of the longest, in the order none, weak, served. */
export function barParts(
  row: Pick<DemandRow, 'none' | 'weak' | 'served'>,
  longest: number,
): readonly { readonly part: 'none' | 'weak' | 'served'; readonly from: number; readonly width: number }[] {
  let from = 0
  return (['none', 'weak', 'served'] as const).flatMap((part) => {
    const width = longest === 0 ? 0 : (row[part] / longest) * 100
    const at = from
    from += width
    return width === 0 ? [] : [{ part, from: at, width }]
  })
}

type Cell = DemandView['cells'][number]
/** Divisions in rows and regions in columns, by their ids; a field that has nothing is missing. */
export type HeatGrid = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly at: (row: string, column: string) => Cell | undefined
  /** The most that is lacking in one field. */
  readonly most: number
}

const lackingIn = ({ none, weak, searches }: Cell): number => none + weak + searches

/** The rows and columns that lack most, most first, at most so many of each. */
export function heatGrid(cells: readonly Cell[], rowsShown: number, columnsShown: number): HeatGrid {
  const lacking = cells.filter((cell) => lackingIn(cell) > 0)
  const rowOf = ({ category }: Cell): string => JSON.stringify(category)
  const columnOf = ({ country, region }: Cell): string => JSON.stringify({ country, region })
  const ordered = (keyOf: (cell: Cell) => string, limit: number): string[] => {
    const sums = new Map<string, number>()
    for (const cell of lacking) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + lackingIn(cell))
    return [...sums]
      .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([key]) => key)
  }
  const fields = new Map(lacking.map((cell) => [`${rowOf(cell)} ${columnOf(cell)}`, cell]))
  return {
    rows: ordered(rowOf, rowsShown),
    columns: ordered(columnOf, columnsShown),
    at: (row, column) => fields.get(`${row} ${column}`),
    most: Math.max(0, ...lacking.map(lackingIn)),
  }
}
