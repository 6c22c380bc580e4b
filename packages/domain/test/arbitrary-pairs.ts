import fc from 'fast-check'

import { asId, type EntryId, type NeedId, type OrganisationId, type PassportId } from '../src/brand.ts'
import type { CategoryCode } from '../src/categories/category.ts'
import type { Pair } from '../src/matches/pair.ts'
import type { Signals } from '../src/matches/signals.ts'
import { type Need, governanceTypes } from '../src/needs/need.ts'
import { disclosedToMatched } from '../src/passports/disclosed.ts'
import { type Passport, unstatedFacts } from '../src/passports/passport.ts'
import { languageLevels, periods } from '../src/place.ts'

/** The day on which the tests score. */
export const today = '2026-03-01'
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null })
const date = fc.constantFrom('2025-12-31', '2026-02-28', '2026-03-01', '2026-06-30', '2027-01-01')
const code: fc.Arbitrary<CategoryCode> = fc
  .constantFrom('44611000', '44612000', '44000000', '33600000', '15')
  .map((digits) => ({ scheme: 'CPV', code: digits }))
const quantity = fc.record({
  value: fc.integer({ min: 0, max: 1000 }),
  unit: fc.constantFrom('kg', 't', 'pcs'),
  per: maybe(fc.constantFrom(...periods)),
})
const money = fc.record({
  amountMinor: fc.integer({ min: 0, max: 10_000_000 }),
  currency: fc.constantFrom('USD', 'EUR'),
})
const degrees = fc.double({ min: -60, max: 60, noNaN: true })
const place = fc.record({
  country: fc.constantFrom('PE', 'CL'),
  region: maybe(fc.constantFrom('Áncash', 'ancash', 'Lima')),
  locality: maybe(fc.constantFrom('Huaraz', 'Lima')),
  latitude: maybe(degrees),
  longitude: maybe(degrees),
})
const language = fc.record({ language: fc.constantFrom('es', 'en'), level: fc.constantFrom(...languageLevels) })
const percent = maybe(fc.integer({ min: 0, max: 100 }))
const scheme = fc.constantFrom('ISO 9001', 'ISO 9001:2015', 'HACCP', 'BRCGS')
const codes = fc.array(code, { maxLength: 2 })

/** Any published need. */
export const need: fc.Arbitrary<Need> = fc.record({
  id: fc.constant(asId<NeedId>('need')),
  organisationId: fc.constant(asId<OrganisationId>('buyer')),
  state: fc.constant('published' as const),
  version: fc.constant(1),
  createdAt: fc.constant(''),
  publishedAt: fc.constant(null),
  kind: fc.constantFrom('need' as const, 'challenge' as const),
  title: fc.constant('t'),
  text: fc.constant(''),
  language: fc.constant('es'),
  categories: codes,
  specification: fc.constant([]),
  volume: maybe(quantity),
  answerBy: maybe(date),
  deliverFrom: maybe(date),
  deliverUntil: maybe(date),
  place: maybe(place),
  deliveryRadiusKm: maybe(fc.integer({ min: 0, max: 5000 })),
  supplierCountries: fc.subarray(['PE', 'CL']),
  requiredCertificates: fc.array(fc.record({ scheme, mandatory: fc.boolean() }), { maxLength: 2 }),
  languages: fc.array(language, { maxLength: 2 }),
  budget: maybe(fc.record({ min: maybe(money), max: maybe(money) })),
  governance: fc.constantFrom(...governanceTypes),
  confidentiality: fc.constant('open' as const),
  localContentPercent: percent,
})

const facts = fc
  .record({
    country: maybe(fc.constantFrom('PE', 'CL')),
    region: maybe(fc.constant('Lima')),
    sites: fc.array(place, { maxLength: 2 }),
    localOwnershipPercent: percent,
    womenOwnershipPercent: percent,
    languages: fc.array(language, { maxLength: 2 }),
    exportCountries: fc.subarray(['PE', 'CL']),
    researchPercent: percent,
    patents: maybe(fc.nat(9)),
  })
  .map((stated) => ({ ...unstatedFacts, ...stated }))

/** Any capability, without its id. */
export const capability = fc.record({
  text: fc.constantFrom('tanques', 'válvulas'),
  categories: codes,
  capacity: maybe(quantity),
  leadTimeDays: maybe(fc.nat(200)),
  minimumOrder: maybe(quantity),
})
/** Any reference, without its id. */
export const reference = fc.record({
  text: fc.constantFrom('obra', 'planta'),
  categories: codes,
  customer: fc.constant(null),
  year: maybe(fc.integer({ min: 2010, max: 2026 })),
  value: maybe(money),
  place: maybe(place),
  confirmedByCustomer: fc.boolean(),
})
/** Any certificate, without its id. */
export const certificate = fc.record({
  scheme,
  scope: fc.constant(null),
  issuer: fc.constant(null),
  number: fc.constant(null),
  issuedOn: maybe(date),
  expiresOn: maybe(date),
  fileId: fc.constant(null),
  verifiedBy: maybe(fc.constant(asId<OrganisationId>('agency'))),
})
const numbered =
  <T extends object>(prefix: string) =>
  (rows: readonly T[]): readonly (T & { readonly id: EntryId })[] =>
    rows.map((row, order) => ({ ...row, id: asId<EntryId>(`${prefix}${order}`) }))

/** Any published passport. */
export const passport: fc.Arbitrary<Passport> = fc.record({
  id: fc.constant(asId<PassportId>('p')),
  organisationId: fc.constantFrom('s1', 's2', 's3').map((id) => asId<OrganisationId>(id)),
  name: fc.constant('S'),
  state: fc.constant('published' as const),
  version: fc.constant(3),
  publishedAt: fc.constant(null),
  headline: fc.constant(''),
  about: fc.constant(''),
  language: fc.constant('es'),
  website: fc.constant(null),
  contactEmail: fc.constant(null),
  facts,
  capabilities: fc.array(capability, { maxLength: 3 }).map(numbered('c')),
  references: fc.array(reference, { maxLength: 4 }).map(numbered('r')),
  certificates: fc.array(certificate, { maxLength: 3 }).map(numbered('z')),
  visibility: fc.constantFrom({}, { references: 'nobody' as const }, { certificates: 'nobody' as const }),
})

/** Signals as retrieval would give them: scored entries of this very passport, best first. */
export const signalsOf = (row: Passport): fc.Arbitrary<Signals> => {
  const seen = disclosedToMatched(row)
  const entries = [
    ...seen.capabilities.map(({ id, text }) => ({ entryId: id, source: 'capability' as const, quote: text })),
    ...seen.references.map(({ id, text }) => ({ entryId: id, source: 'reference' as const, quote: text })),
  ]
  return fc.record({
    entries: fc
      .array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: entries.length, maxLength: entries.length })
      .map((scores) =>
        entries
          .map((entry, order) => ({ ...entry, score: scores[order] ?? 0.01 }))
          .toSorted((a, b) => b.score - a.score),
      ),
    profile: fc.constant(0),
    answers: maybe(fc.constant({ asked: 4, interested: 1 })),
  })
}
/** A passport with signals as retrieval would give them. */
export const candidate = passport.chain((row) => signalsOf(row).map((signals) => ({ passport: row, signals })))
/** Any need with any passport. */
export const pair = fc.tuple(need, candidate).map(([asked, { passport: row, signals }]): Pair => ({
  need: asked,
  passport: disclosedToMatched(row),
  signals,
  today,
}))
