import type { NeedId } from '../brand.ts'
import { type CategoryCode, significantDigits } from '../categories/category.ts'

/** Below this score the best supplier of a need is a weak one: it meets less than two fifths of what is asked. */
export const weakBelow = 0.4

/** How well an open need is served. none: no supplier passes its requirements; weak: the best one scores low. */
export const supplies = ['none', 'weak', 'served'] as const
export type Supply = (typeof supplies)[number]

/** An open need with the best that its ranking holds. */
export type NeedSupply = {
  readonly id: NeedId
  readonly title: string
  readonly buyer: string | null
  readonly category: CategoryCode | null
  readonly country: string | null
  readonly region: string | null
  /** Suppliers that fail no requirement. */
  readonly passing: number
  readonly best: number
}

export const supplyOf = ({ passing, best }: Pick<NeedSupply, 'passing' | 'best'>): Supply =>
  passing === 0 ? 'none' : best < weakBelow ? 'weak' : 'served'

/** Open needs of one kind: how many, and how many of them nobody serves, or only weakly, with the worst served first. */
export type DemandGroup<Key> = {
  readonly key: Key
  readonly open: number
  readonly none: number
  readonly weak: number
  readonly examples: readonly NeedSupply[]
}

const examplesShown = 3

/** Groups needs by a key, those with the most unserved needs first, at most `limit` groups. */
export function groupDemand<Key>(
  needs: readonly NeedSupply[],
  keyOf: (need: NeedSupply) => Key,
  limit: number,
): readonly DemandGroup<Key>[] {
  const groups = new Map<string, { key: Key; needs: NeedSupply[] }>()
  for (const need of needs) {
    const key = keyOf(need)
    const name = JSON.stringify(key)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { key, needs: [need] })
    else group.needs.push(need)
  }
  const count = (group: readonly NeedSupply[], supply: Supply): number =>
    group.filter((need) => supplyOf(need) === supply).length
  return [...groups.entries()]
    .map(([name, { key, needs: group }]) => ({
      name,
      key,
      open: group.length,
      none: count(group, 'none'),
      weak: count(group, 'weak'),
      examples: group
        .filter((need) => supplyOf(need) !== 'served')
        .toSorted((a, b) => a.passing - b.passing || a.best - b.best || (a.id < b.id ? -1 : 1))
        .slice(0, examplesShown),
    }))
    .toSorted(
      (a, b) => b.none + b.weak - (a.none + a.weak) || b.none - a.none || b.open - a.open || (a.name < b.name ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ key, open, none, weak, examples }) => ({ key, open, none, weak, examples }))
}

/** The division (two digits) of a need's first category, or null. */
export const divisionOf = ({ category }: Pick<NeedSupply, 'category'>): CategoryCode | null =>
  category === null
    ? null
    : {
        scheme: category.scheme,
        code:
          category.scheme === 'CPV'
            ? significantDigits(category.code).slice(0, 2).padEnd(8, '0')
            : category.code.slice(0, 2),
      }
