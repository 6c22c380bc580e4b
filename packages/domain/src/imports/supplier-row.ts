import type { EntryId } from '../brand.ts'
import { type CategoryCode, categorySchemes } from '../categories/category.ts'
import {
  type Capability,
  type PassportContent,
  type Reference,
  blankPassport,
  unstatedFacts,
} from '../passports/passport.ts'
import type { Money, Place } from '../place.ts'

/** A category as open award data writes it; schemes other than ours are left out. */
export type CategoryRow = { readonly scheme: string; readonly code: string; readonly label?: string | undefined }

/** A past contract with what is known of it. */
export type ContractRow = {
  readonly text: string
  readonly cpv: readonly string[]
  readonly regions: readonly string[]
  readonly value?: number | null | undefined
  readonly published?: string | undefined
}

/** A supplier as award data describes it: what it won, in which categories and regions. */
export type SupplierRow = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly lang: string
  readonly regions?: readonly { readonly name: string; readonly n: number }[] | undefined
  readonly categories: readonly CategoryRow[]
  readonly references: readonly string[]
  readonly contracts?: readonly ContractRow[] | undefined
  readonly value_median?: number | undefined
  readonly last_year?: number | undefined
  readonly n_contracts?: number | undefined
}

/** The codes of a row in schemes that we know, as digits without a check digit. */
export const categoriesOf = (rows: readonly CategoryRow[]): readonly CategoryCode[] =>
  rows.flatMap(({ scheme, code }) => {
    const known = categorySchemes.find((name) => name === scheme)
    return known === undefined ? [] : [{ scheme: known, code: known === 'CPV' ? code.slice(0, 8) : code }]
  })

/** A country's region as a place without coordinates. */
export const regionPlace = (country: string, region: string, locality: string | null = null): Place => ({
  country,
  region,
  locality,
  latitude: null,
  longitude: null,
})

/** Units of a currency as integer minor units (two decimals), or null where the row names no amount. */
export const moneyOf = (value: number | string | null | undefined, currency: string): Money | null => {
  const amount = Number(value ?? 0)
  return amount > 0 && Number.isFinite(amount) ? { amountMinor: Math.round(amount * 100), currency } : null
}

const currencies: Readonly<Record<string, string>> = { PT: 'EUR', ES: 'EUR', FR: 'EUR', GB: 'GBP', US: 'USD' }

/** Award notices are published by the customer, who confirms the work by it. */
const awarded = (id: EntryId, text: string): Reference => ({
  id,
  text,
  categories: [],
  customer: null,
  year: null,
  value: null,
  place: null,
  confirmedByCustomer: true,
})

function contractReference(row: SupplierRow, contract: ContractRow, id: EntryId): Reference {
  const [region] = contract.regions
  return {
    ...awarded(id, contract.text),
    categories: categoriesOf(contract.cpv.map((code) => ({ scheme: 'CPV', code }))),
    year: contract.published === undefined ? null : Number(contract.published.slice(0, 4)),
    value: moneyOf(contract.value, currencies[row.country] ?? 'EUR'),
    place: region === undefined ? null : regionPlace(row.country, region),
  }
}

/** References told as texts only: what the row says of all of them holds for each where it can hold for one alone. */
function textReference(row: SupplierRow, text: string, id: EntryId): Reference {
  const regions = row.regions ?? []
  const codes = categoriesOf(row.categories)
  return {
    ...awarded(id, text),
    categories: codes.length === 1 ? codes : [],
    year: row.last_year ?? null,
    value: row.references.length === 1 ? moneyOf(row.value_median, currencies[row.country] ?? 'EUR') : null,
    place: regions.length === 1 && regions[0] !== undefined ? regionPlace(row.country, regions[0].name) : null,
  }
}

/** A supplier row as a passport: its categories are its capabilities, its contracts its references; entries get new ids. */
export function passportFromRow(row: SupplierRow, newEntryId: () => EntryId): PassportContent {
  const regions = (row.regions ?? []).toSorted((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
  const capabilities = row.categories
    .filter((category) => categoriesOf([category]).length > 0)
    .map((category): Capability => ({
      id: newEntryId(),
      text: category.label ?? '',
      categories: categoriesOf([category]),
      capacity: null,
      leadTimeDays: null,
      minimumOrder: null,
    }))
  const references =
    row.contracts?.map((contract) => contractReference(row, contract, newEntryId())) ??
    row.references.map((text) => textReference(row, text, newEntryId()))
  return {
    ...blankPassport,
    language: row.lang,
    facts: {
      ...unstatedFacts,
      country: row.country,
      region: regions[0]?.name ?? null,
      sites: regions.map(({ name }) => regionPlace(row.country, name)),
    },
    capabilities,
    references,
  }
}
