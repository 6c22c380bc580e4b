import type { DemandView } from '@enlace/contracts'
import type { CategoryCode } from '@enlace/domain'

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
  readonly examples: Group['examples']
}

/** A group as chart and table show it. */
export const demandRow = ({ key, open, none, weak, examples }: Group, name: string): DemandRow => ({
  id: JSON.stringify(key),
  name,
  code: key !== null && 'scheme' in key ? key : null,
  open,
  none,
  weak,
  served: open - none - weak,
  examples,
})

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
