import type { DemandView, readDemand as contract } from '@enlace/contracts'
import { inOrder, readMissedCounts, readMissedWords, readNeedSupply, type Transaction } from '@enlace/database'
import {
  can,
  divisionAt,
  divisionOf,
  divisionPath,
  fewFound,
  groupDemand,
  leastOrganisations,
  Problem,
  spanDays,
  supplyOf,
  weakBelow,
  type CategoryCode,
  type DemandSpan,
  type MemberActor,
  type MissedCount,
  type NeedSupply,
  type Sought,
} from '@enlace/domain'
import { findRegion, middleOf } from '@enlace/taxonomy'

import type { Handler } from '../http/mount.ts'

export type AskedDemand = { readonly span: DemandSpan; readonly category?: string | undefined }
type Demand = { readonly needs: readonly NeedSupply[]; readonly missed: readonly MissedCount[] }

const groupsShown = 40
const cellsShown = 1000
const inGroup = 3
const inRegion = 20

/** One name for a region however it was written. */
const named = <One extends Sought>(one: One): One => ({
  ...one,
  region: one.region === null ? null : (findRegion(one.country, one.region)?.region ?? one.region),
})
const regionOf = ({ country, region }: Sought) => ({ country, region })
const cellOf = (sought: Sought) => ({ category: divisionOf(sought), ...regionOf(sought) })

function checkReader(actor: MemberActor): void {
  if (!can(actor, 'demand.read', null)) throw new Problem('identity.forbidden', 'Only agencies see the whole demand.')
}

/** The demand of a span of time, of every category. */
async function readAll(tx: Transaction, span: DemandSpan): Promise<Demand> {
  const days = spanDays[span]
  const [needs, missed] = await inOrder([readNeedSupply(tx, days), readMissedCounts(tx, days)])
  return { needs: needs.map(named), missed: missed.map(named) }
}

/** The path of the division in which an asked category lies. */
const divisionAsked = ({ category }: AskedDemand): string | null => {
  const division = category === undefined ? null : divisionAt(category)
  return division === null ? null : divisionPath(division)
}

function within(demand: Demand, division: string | null): Demand {
  const isIn = ({ category }: Sought): boolean =>
    division === null || (category !== null && divisionPath(category) === division)
  return { needs: demand.needs.filter(isIn), missed: demand.missed.filter(isIn) }
}

const divisionsOf = ({ needs, missed }: Demand): CategoryCode[] =>
  [...new Set([...needs, ...missed].flatMap(({ category }) => (category === null ? [] : divisionPath(category))))]
    .toSorted()
    .flatMap((path) => divisionAt(path) ?? [])

const cellsOf = ({ needs, missed }: Demand) =>
  groupDemand(needs, missed, cellOf, cellsShown, 0).map(({ key, open, none, weak, searches }) => ({
    ...key,
    ...{ open, none, weak, searches },
  }))

const pointOf = ({ country, region }: ReturnType<typeof regionOf>) =>
  country === null ? null : ((region === null ? null : findRegion(country, region)) ?? middleOf(country))

/** Demand by category and region; see the contract. */
export const readDemand: Handler<typeof contract> = async ({ tx, actor, query }): Promise<DemandView> => {
  checkReader(actor)
  const division = divisionAsked(query)
  const [all, words] = await inOrder([
    readAll(tx, query.span),
    readMissedWords(tx, spanDays[query.span], division, leastOrganisations),
  ])
  const demand = within(all, division)
  const { needs, missed } = demand
  const supplied = needs.map(supplyOf)
  return {
    open: needs.length,
    none: supplied.filter((supply) => supply === 'none').length,
    weak: supplied.filter((supply) => supply === 'weak').length,
    searches: missed.reduce((sum, { searches }) => sum + searches, 0),
    ...{ weakBelow, fewFound, leastOrganisations },
    categories: divisionsOf(all),
    byCategory: groupDemand(needs, missed, divisionOf, groupsShown, inGroup),
    byRegion: groupDemand(needs, missed, regionOf, groupsShown, inRegion).map((group) => ({
      ...group,
      point: pointOf(group.key),
    })),
    cells: cellsOf(demand),
    words: words.map((one) => ({ ...one, category: divisionAt(one.category) })),
  }
}

/** The same figures by division and region, as rows of a table. */
export async function readDemandRows(tx: Transaction, actor: MemberActor, asked: AskedDemand) {
  checkReader(actor)
  return cellsOf(within(await readAll(tx, asked.span), divisionAsked(asked))).map(({ category, ...figures }) => ({
    category: category === null ? null : `${category.scheme} ${category.code}`,
    ...figures,
  }))
}
