import type { NeedId } from '../brand.ts'
import { type CategoryCode, categorySchemes, significantDigits } from '../categories/category.ts'
import type { MissedCount } from './missed-search.ts'

/** Below this score the best supplier of a need is a weak one: it meets less than two fifths of what is asked. */
export const weakBelow = 0.4

/** How well an open need is served. none: no supplier passes its requirements; weak: the best one scores low. */
export const supplies = ['none', 'weak', 'served'] as const
export type Supply = (typeof supplies)[number]

/** The time in which needs were published and searches made. */
export const demandSpans = ['month', 'quarter', 'year', 'all'] as const
export type DemandSpan = (typeof demandSpans)[number]
/** A span in days; null is all there is. */
export const spanDays: Readonly<Record<DemandSpan, number | null>> = { month: 30, quarter: 91, year: 365, all: null }

/** What is sought and where, as far as it is known. */
export type Sought = {
  readonly category: CategoryCode | null
  readonly country: string | null
  readonly region: string | null
}

/** An open need with the best that its ranking holds. */
export type NeedSupply = Sought & {
  readonly id: NeedId
  readonly title: string
  readonly buyer: string | null
  /** Whether it hides its buyer: then no more than its category and region may be shown. */
  readonly hidden: boolean
  /** Suppliers that fail no requirement. */
  readonly passing: number
  readonly best: number
}

/** A badly served need as an agency sees it; one that hides its buyer has neither id nor title. */
export type DemandExample = Sought & {
  readonly id: NeedId | null
  readonly title: string | null
  readonly buyer: string | null
  readonly passing: number
  readonly best: number
}

const exampleOf = ({ hidden, id, title, buyer, ...rest }: NeedSupply): DemandExample => ({
  ...rest,
  ...(hidden ? { id: null, title: null, buyer: null } : { id, title, buyer }),
})

export const supplyOf = ({ passing, best }: Pick<NeedSupply, 'passing' | 'best'>): Supply =>
  passing === 0 ? 'none' : best < weakBelow ? 'weak' : 'served'

/**
 * Open needs of one kind: how many, how many of them nobody serves, or only weakly, with the worst served first; and how
 * often suppliers of that kind were searched and hardly found.
 */
export type DemandGroup<Key> = {
  readonly key: Key
  readonly open: number
  readonly none: number
  readonly weak: number
  readonly searches: number
  readonly examples: readonly DemandExample[]
}

type Figures = Omit<DemandGroup<unknown>, 'key' | 'examples'>
const worseFirst = (a: Figures, b: Figures): number =>
  b.none + b.weak - (a.none + a.weak) || b.none - a.none || b.searches - a.searches || b.open - a.open

type Gathered<Key> = { readonly key: Key; readonly needs: NeedSupply[]; searches: number }

/** Groups demand by a key, those with the most unserved needs first, at most `limit` groups with so many examples each. */
export function groupDemand<Key>(
  needs: readonly NeedSupply[],
  missed: readonly MissedCount[],
  keyOf: (sought: Sought) => Key,
  limit: number,
  examplesShown: number,
): readonly DemandGroup<Key>[] {
  const groups = new Map<string, Gathered<Key>>()
  const groupOf = (sought: Sought): Gathered<Key> => {
    const key = keyOf(sought)
    const name = JSON.stringify(key)
    const group = groups.get(name) ?? { key, needs: [], searches: 0 }
    groups.set(name, group)
    return group
  }
  for (const need of needs) groupOf(need).needs.push(need)
  for (const miss of missed) groupOf(miss).searches += miss.searches
  const count = (group: readonly NeedSupply[], supply: Supply): number =>
    group.filter((need) => supplyOf(need) === supply).length
  return [...groups.entries()]
    .map(([name, { key, needs: group, searches }]) => ({
      name,
      group: {
        key,
        open: group.length,
        none: count(group, 'none'),
        weak: count(group, 'weak'),
        searches,
        examples: group
          .filter((need) => supplyOf(need) !== 'served')
          .toSorted((a, b) => a.passing - b.passing || a.best - b.best || (a.id < b.id ? -1 : 1))
          .slice(0, examplesShown)
          .map(exampleOf),
      },
    }))
    .toSorted((a, b) => worseFirst(a.group, b.group) || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ group }) => group)
}

/** The division (two digits) of a need's first category, or null. */
export const divisionOf = ({ category }: Pick<Sought, 'category'>): CategoryCode | null =>
  category === null ? null : divisionAt(divisionPath(category))

/** A code's division as it is asked for and kept: "CPV 44". */
export const divisionPath = ({ scheme, code }: CategoryCode): string =>
  `${scheme} ${(scheme === 'CPV' ? significantDigits(code) : code).slice(0, 2)}`

/** The division that a path names, or null where it names none. */
export function divisionAt(path: string): CategoryCode | null {
  const [scheme, digits = ''] = path.split(' ')
  const known = categorySchemes.find((one) => one === scheme)
  if (known === undefined || digits === '') return null
  return { scheme: known, code: known === 'CPV' ? digits.slice(0, 2).padEnd(8, '0') : digits.slice(0, 2) }
}
