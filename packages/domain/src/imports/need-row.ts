import { blankNeed, type NeedContent } from '../needs/need.ts'
import type { Place } from '../place.ts'
import { type CategoryRow, categoriesOf, moneyOf, regionPlace } from './supplier-row.ts'

/** A need as open notices write it; two kinds of notice files share most of these fields. */
export type NeedRow = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly lang?: string | undefined
  readonly categories?: readonly CategoryRow[] | undefined
  readonly cpv?: readonly string[] | undefined
  readonly regions?: readonly string[] | undefined
  readonly municipalities?: readonly string[] | undefined
  readonly region?: string | undefined
  readonly value?: number | string | null | undefined
  readonly value_low?: string | undefined
  readonly value_high?: string | undefined
  readonly currency?: string | undefined
  /** dd/mm/yyyy */
  readonly closes?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
  /** Set on open-innovation topics. */
  readonly program?: string | undefined
}

/** An ISO date from dd/mm/yyyy or yyyy-mm-dd, or null. */
function isoDate(text: string | undefined): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(text ?? '') ?? []
  if (day !== undefined && month !== undefined && year !== undefined) return `${year}-${month}-${day}`
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null
}

function placeOf(row: NeedRow, country: string): Place | null {
  const region = row.regions?.[0] ?? (row.region === '' ? undefined : row.region)
  return region === undefined ? null : regionPlace(country, region, row.municipalities?.[0] ?? null)
}

/** A notice row as a need; `country` is where the notices come from, since rows do not say. */
export function needFromRow(row: NeedRow, country: string): NeedContent {
  const codes: readonly CategoryRow[] = row.categories ?? (row.cpv ?? []).map((code) => ({ scheme: 'CPV', code }))
  const currency = row.currency ?? (country === 'GB' ? 'GBP' : 'EUR')
  const low = moneyOf(row.value_low ?? row.value, currency)
  const high = moneyOf(row.value_high ?? row.value, currency)
  const isChallenge = row.program !== undefined
  return {
    ...blankNeed,
    kind: isChallenge ? 'challenge' : 'need',
    title: row.title,
    text: row.text,
    language: row.lang ?? 'en',
    categories: categoriesOf(codes),
    specification: codes.flatMap(({ scheme, label }) =>
      scheme === 'CPV' && label !== undefined
        ? [{ text: label, value: null, unit: null, tolerance: null, mandatory: false }]
        : [],
    ),
    answerBy: isoDate(row.closes),
    deliverFrom: isoDate(row.start),
    deliverUntil: isoDate(row.end),
    place: placeOf(row, country),
    budget: low === null && high === null ? null : { min: low ?? high, max: high ?? low },
    governance: isChallenge ? 'open-challenge' : 'producer-driven',
  }
}
