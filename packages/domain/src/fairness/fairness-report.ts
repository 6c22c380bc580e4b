import type { OrganisationId } from '../brand.ts'
import { sizeBand, type SizeBand } from '../organisations/organisation.ts'
import { alarmBound } from './fairness-policy.ts'

/** What a supplier had of a period: places in the shown ten, those it had by merit alone, and lists it was eligible for. */
export type SupplierExposure = {
  readonly id: OrganisationId
  readonly staff: number | null
  readonly country: string | null
  readonly region: string | null
  readonly shown: number
  readonly merited: number
  readonly eligible: number
  /** The sum of its scores in those lists. */
  readonly worth: number
}

export type ShareRow<Key> = {
  readonly key: Key
  readonly suppliers: number
  /** Suppliers with a showing. */
  readonly reached: number
  /** Share of all showings, of those by merit alone, and of all eligibilities: what it had, and what it could have had. */
  readonly shown: number
  readonly merited: number
  readonly eligible: number
}

/** A point of the Lorenz curve: that share of the suppliers, the least shown first, has this share of the showings. */
export type LorenzPoint = { readonly suppliers: number; readonly shown: number }

/** The Matthew effect: whether places pile up with those who have most of them beyond what they merit. */
export type Matthew = {
  /** How many suppliers the most shown tenth is. */
  readonly suppliers: number
  /** Share of all showings that the most shown tenth has. */
  readonly share: number
  /** Share of the sum of all scores that the same suppliers have: what they would be shown if showings followed merit. */
  readonly merited: number
  readonly ratio: number
  readonly bound: number
  readonly raised: boolean
}

export type FairnessReport = {
  readonly suppliers: number
  readonly reached: number
  readonly showings: number
  readonly gini: number
  readonly lorenz: readonly LorenzPoint[]
  readonly bySize: readonly ShareRow<SizeBand | null>[]
  readonly byRegion: readonly ShareRow<{ readonly country: string | null; readonly region: string | null }>[]
  readonly matthew: Matthew
}

const lorenzSteps = 20
const regionsShown = 40
/** With fewer suppliers a tenth of them says nothing. */
const alarmFrom = 20

const sumOf = (rows: readonly SupplierExposure[], name: 'shown' | 'merited' | 'eligible' | 'worth'): number =>
  rows.reduce((sum, row) => sum + row[name], 0)
const part = (value: number, whole: number): number => (whole === 0 ? 0 : Math.round((value / whole) * 1e4) / 1e4)

function sharesBy<Key>(rows: readonly SupplierExposure[], keyOf: (row: SupplierExposure) => Key): ShareRow<Key>[] {
  const groups = new Map<string, { key: Key; rows: SupplierExposure[] }>()
  for (const row of rows) {
    const key = keyOf(row)
    const name = JSON.stringify(key)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { key, rows: [row] })
    else group.rows.push(row)
  }
  const whole = { shown: sumOf(rows, 'shown'), merited: sumOf(rows, 'merited'), eligible: sumOf(rows, 'eligible') }
  return [...groups.values()].map(({ key, rows: group }) => ({
    key,
    suppliers: group.length,
    reached: group.filter(({ shown }) => shown > 0).length,
    shown: part(sumOf(group, 'shown'), whole.shown),
    merited: part(sumOf(group, 'merited'), whole.merited),
    eligible: part(sumOf(group, 'eligible'), whole.eligible),
  }))
}

/** How unevenly showings are spread: 0 where all have alike, near 1 where one has all. */
export function gini(shown: readonly number[]): number {
  const sorted = shown.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  if (total === 0) return 0
  const weighted = sorted.reduce((sum, value, order) => sum + value * (order + 1), 0)
  return Math.round(((2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length) * 1e4) / 1e4
}

function lorenzOf(rows: readonly SupplierExposure[]): LorenzPoint[] {
  const total = sumOf(rows, 'shown')
  return Array.from({ length: lorenzSteps + 1 }, (_, step) => {
    const suppliers = Math.round((rows.length * step) / lorenzSteps)
    return { suppliers: part(suppliers, rows.length), shown: part(sumOf(rows.slice(0, suppliers), 'shown'), total) }
  })
}

/** @param rows the least shown first */
function matthewOf(rows: readonly SupplierExposure[]): Matthew {
  const most = rows.slice(rows.length - Math.ceil(rows.length / 10))
  const share = part(sumOf(most, 'shown'), sumOf(rows, 'shown'))
  const merited = part(sumOf(most, 'worth'), sumOf(rows, 'worth'))
  const ratio = part(share, merited)
  const raised = rows.length >= alarmFrom && ratio > alarmBound
  return { suppliers: most.length, share, merited, ratio, bound: alarmBound, raised }
}

const sizeOrder: readonly (SizeBand | null)[] = ['micro', 'small', 'medium', 'large', null]

/** How the shown places of a period were spread over the suppliers that were eligible for any. */
export function fairnessReport(eligible: readonly SupplierExposure[]): FairnessReport {
  const rows = eligible.toSorted((a, b) => a.shown - b.shown || b.eligible - a.eligible || (a.id < b.id ? -1 : 1))
  return {
    suppliers: rows.length,
    reached: rows.filter(({ shown }) => shown > 0).length,
    showings: sumOf(rows, 'shown'),
    gini: gini(rows.map(({ shown }) => shown)),
    lorenz: rows.length === 0 ? [] : lorenzOf(rows),
    bySize: sharesBy(rows, ({ staff }) => sizeBand(staff)).toSorted(
      (a, b) => sizeOrder.indexOf(a.key) - sizeOrder.indexOf(b.key),
    ),
    byRegion: sharesBy(rows, ({ country, region }) => ({ country, region }))
      .toSorted((a, b) => b.suppliers - a.suppliers || (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1))
      .slice(0, regionsShown),
    matthew: matthewOf(rows),
  }
}
