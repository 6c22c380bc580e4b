import type { CallId } from '../brand.ts'
import type { Money } from '../place.ts'
import type { LinkageSide } from './stage.ts'

export const valueKinds = ['potential', 'contract', 'spend'] as const
/** What could become of it, what was agreed, and what was spent in a year. */
export type ValueKind = (typeof valueKinds)[number]

/** A figure that one side stated; of each side, kind, year and call the last one holds. */
export type Statement = {
  readonly of: ValueKind
  /** The year it was spent in; null for everything else. */
  readonly year: number | null
  /** The call that an agreed value came by; null for what was agreed without one. */
  readonly callId: CallId | null
  readonly by: LinkageSide
  readonly amountMinor: number
  readonly currency: string
}

/** What both sides say of one thing; confirmed only where they say the same. */
export type ValueLine = {
  readonly of: 'contract' | 'spend'
  readonly year: number | null
  readonly callId: CallId | null
  readonly buyer: Money | null
  readonly supplier: Money | null
  readonly confirmed: boolean
}

/** Sums by currency, apart by how much they are worth believing; nothing is in two of them. */
export type Apart = {
  readonly buyer: readonly Money[]
  readonly supplier: readonly Money[]
  readonly confirmed: readonly Money[]
}
export type ValueTotals = {
  readonly potential: readonly Money[]
  readonly contract: Apart
  readonly spend: Apart
}

const same = (one: Money | null, other: Money | null): boolean =>
  one !== null && other !== null && one.amountMinor === other.amountMinor && one.currency === other.currency

/** The potential as it was stated last, or null. */
export function potentialOf(statements: readonly Statement[]): Money | null {
  const last = statements.findLast(({ of }) => of === 'potential')
  return last === undefined ? null : { amountMinor: last.amountMinor, currency: last.currency }
}

/** Line by line what each side says, in the order of the years; agreed values come first, one a call. */
export function valueLines(statements: readonly Statement[]): readonly ValueLine[] {
  const lines = new Map<string, Omit<ValueLine, 'confirmed' | LinkageSide> & Record<LinkageSide, Money | null>>()
  for (const { of, year, callId, by, amountMinor, currency } of statements) {
    if (of === 'potential') continue
    const key = `${of} ${year} ${callId}`
    const line = lines.get(key) ?? { of, year, callId, buyer: null, supplier: null }
    line[by] = { amountMinor, currency }
    lines.set(key, line)
  }
  return [...lines.values()]
    .map((line) => ({ ...line, confirmed: same(line.buyer, line.supplier) }))
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
}

/** Amounts summed by currency, the currencies in alphabetical order. */
export function sumByCurrency(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>()
  for (const { amountMinor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  return [...sums]
    .map(([currency, amountMinor]) => ({ amountMinor, currency }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

const present = (amounts: readonly (Money | null)[]): Money[] => amounts.filter((amount) => amount !== null)
const apart = (lines: readonly ValueLine[]): Apart => {
  const open = lines.filter(({ confirmed }) => !confirmed)
  return {
    buyer: sumByCurrency(present(open.map(({ buyer }) => buyer))),
    supplier: sumByCurrency(present(open.map(({ supplier }) => supplier))),
    confirmed: sumByCurrency(present(lines.filter(({ confirmed }) => confirmed).map(({ buyer }) => buyer))),
  }
}

/** What several linkages come to; what one side says alone is never counted with what both say. */
export function valueTotals(linkages: readonly (readonly Statement[])[]): ValueTotals {
  const lines = linkages.flatMap((statements) => valueLines(statements))
  return {
    potential: sumByCurrency(present(linkages.map((statements) => potentialOf(statements)))),
    contract: apart(lines.filter(({ of }) => of === 'contract')),
    spend: apart(lines.filter(({ of }) => of === 'spend')),
  }
}
