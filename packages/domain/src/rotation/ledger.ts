import type { MatchdayId, OrganisationId } from '../brand.ts'
import type { MatchdaySide } from '../matchdays/matchday.ts'
import { appeals } from './appeal.ts'

/** How many meetings were at a table, or in an hour, of each appeal, the poorest first. */
export type ByAppeal = readonly number[]
/** The meetings of a matchday, of one firm or of all, by how good their tables and their hours were. */
export type Seatings = { readonly tables: ByAppeal; readonly hours: ByAppeal }

/** What a firm got at one matchday; a meeting counts that is planned or was held. */
export type FirmSeatings = Seatings & {
  readonly matchdayId: MatchdayId
  readonly organisationId: OrganisationId
  readonly side: MatchdaySide
}

/** What a firm got so far, and by how many points more than its fair share. */
export type Balance = Seatings & {
  readonly matchdays: number
  readonly tableBalance: number
  readonly hourBalance: number
}
export type FirmBalance = Balance & { readonly organisationId: OrganisationId; readonly side: MatchdaySide }

export const noSeatings: Seatings = { tables: appeals.map(() => 0), hours: appeals.map(() => 0) }

const count = (meetings: ByAppeal): number => meetings.reduce((sum, one) => sum + one, 0)
const points = (meetings: ByAppeal): number => meetings.reduce((sum, one, at) => sum + one * (appeals[at] ?? 0), 0)

/** The appeal of what was got on average; null where nothing was. */
export const meanAppeal = (meetings: ByAppeal): number | null =>
  count(meetings) === 0 ? null : points(meetings) / count(meetings)

/** What was got minus what as many meetings would have been at the average of all. */
const beyondShare = (own: ByAppeal, all: ByAppeal): number => points(own) - count(own) * (meanAppeal(all) ?? 0)

const added = (one: ByAppeal, other: ByAppeal): ByAppeal => one.map((meetings, at) => meetings + (other[at] ?? 0))
const addSeatings = (one: Seatings, other: Seatings): Seatings => ({
  tables: added(one.tables, other.tables),
  hours: added(one.hours, other.hours),
})

/** What all firms of each matchday got together. */
export function totalsOf(seatings: readonly FirmSeatings[]): ReadonlyMap<MatchdayId, Seatings> {
  const totals = new Map<MatchdayId, Seatings>()
  for (const one of seatings) totals.set(one.matchdayId, addSeatings(totals.get(one.matchdayId) ?? noSeatings, one))
  return totals
}

/**
 * What a firm got at several matchdays. Its balance is, over all its meetings, the sum of the appeal of each minus the
 * average appeal of all meetings of that matchday: 0 is a fair share, and the balances of all firms of one side come to 0.
 */
export function balanceOf(
  seatings: readonly Pick<FirmSeatings, 'matchdayId' | 'tables' | 'hours'>[],
  totals: ReadonlyMap<MatchdayId, Seatings>,
): Balance {
  let sum: Balance = { ...noSeatings, matchdays: 0, tableBalance: 0, hourBalance: 0 }
  for (const one of seatings) {
    const all = totals.get(one.matchdayId) ?? noSeatings
    sum = {
      ...addSeatings(sum, one),
      matchdays: sum.matchdays + 1,
      tableBalance: sum.tableBalance + beyondShare(one.tables, all.tables),
      hourBalance: sum.hourBalance + beyondShare(one.hours, all.hours),
    }
  }
  return sum
}

/** What each firm got so far, those first who had the poorest tables for what they were given. */
export function ledgerOf(seatings: readonly FirmSeatings[]): readonly FirmBalance[] {
  const totals = totalsOf(seatings)
  const firms = new Map<OrganisationId, FirmSeatings[]>()
  for (const one of seatings) firms.set(one.organisationId, [...(firms.get(one.organisationId) ?? []), one])
  return [...firms]
    .map(([organisationId, own]) => ({
      ...balanceOf(own, totals),
      ...{ organisationId, side: own[0]?.side ?? 'visitor' },
    }))
    .toSorted((a, b) => (isBehind(a, { balance: b.tableBalance, id: b.organisationId }) ? 1 : -1))
}

/** Whether a line stands behind a place of the ledger, which is a balance and among equal ones an id. */
export const isBehind = (
  { tableBalance, organisationId }: Pick<FirmBalance, 'tableBalance' | 'organisationId'>,
  place: { readonly balance: number; readonly id: string },
): boolean => tableBalance > place.balance || (tableBalance === place.balance && organisationId > place.id)

/** How far the furthest balance is from its share. */
export const furthestOf = (ledger: readonly FirmBalance[]): number =>
  Math.max(0, ...ledger.flatMap(({ tableBalance, hourBalance }) => [Math.abs(tableBalance), Math.abs(hourBalance)]))
