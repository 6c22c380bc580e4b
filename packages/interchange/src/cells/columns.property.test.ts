import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvBegin, csvLines } from '../files/csv-text.ts'
import { readRows } from '../files/read-rows.ts'
import { needColumns } from '../needs/need-columns.ts'
import { needRow } from '../needs/need-row.ts'
import { supplierColumns } from '../suppliers/supplier-columns.ts'
import { supplierRow } from '../suppliers/supplier-row.ts'
import { byHeading, fromCells, toCells, type Column } from './column.ts'
import { parseRow } from './parse-row.ts'

/** Text as people write it and as attackers do, in the form that the wire keeps. */
const text = (max: number, min = 0) =>
  fc
    .oneof(
      fc.string({ maxLength: max, unit: 'grapheme' }),
      fc.constantFrom(
        '=1+1',
        "'=x",
        '-5',
        '@a',
        '+49',
        "''",
        '[1]',
        '{"a":1}',
        'a | b',
        'a\nb',
        '"q"',
        'CL, PE',
        '2.5 t',
        '',
      ),
    )
    .map((value) =>
      value
        .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\ufffd\ufeff\p{Cs}]/gu, '')
        .trim()
        .slice(0, max)
        .trim(),
    )
    .filter((value) => value.length >= min && value.isWellFormed())
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const country = fc.constantFrom('CL', 'PE', 'ES')
const code = fc.constantFrom(
  { scheme: 'CPV', code: '44000000' },
  { scheme: 'NACE', code: '10.1' },
  { scheme: 'HS', code: '0901' },
)
const money = fc.record({ amountMinor: fc.nat(9e12), currency: fc.constantFrom('EUR', 'CLP', 'KWD') })
const yearly = fc.record({
  amountMinor: fc.nat(9e12),
  currency: fc.constantFrom('EUR', 'CLP'),
  year: fc.integer({ min: 1990, max: 2030 }),
})
const quantity = fc.record({
  value: fc.oneof(
    fc.nat(1e9),
    fc.integer({ min: 1, max: 1e6 }).map((n) => n / 100),
  ),
  unit: text(20, 1),
  per: orNull(fc.constantFrom('day', 'week', 'month', 'year', 'once')),
})
const place = fc.record({
  country,
  region: orNull(text(40)),
  locality: orNull(text(40)),
  latitude: orNull(fc.integer({ min: -90, max: 90 })),
  longitude: orNull(fc.integer({ min: -180, max: 180 })),
})
const languages = fc.array(
  fc.record({ language: fc.constantFrom('es', 'en'), level: fc.constantFrom('basic', 'working', 'fluent') }),
  { maxLength: 3 },
)
const date = orNull(fc.constantFrom('2026-01-31', '2027-12-01'))
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 })

const supplier = fc.record({
  externalId: orNull(text(30, 1)),
  taxId: orNull(text(20, 1)),
  name: text(60, 1),
  headline: text(80),
  about: text(200),
  language: fc.constantFrom('en', 'es'),
  website: fc.constantFrom(null, 'https://example.org/a'),
  contactEmail: fc.constantFrom(null, 'a@example.org'),
  facts: fc.record({
    country: orNull(country),
    region: orNull(text(40, 1)),
    sites: few(place),
    localOwnershipPercent: orNull(fc.nat(100)),
    womenOwnershipPercent: orNull(fc.nat(100)),
    staff: orNull(fc.nat(5000)),
    turnover: orNull(yearly),
    balance: orNull(yearly),
    foundedYear: orNull(fc.integer({ min: 1850, max: 2026 })),
    languages,
    exportCountries: few(country),
    exportPercent: orNull(fc.nat(100)),
    researchPercent: orNull(fc.nat(100)),
    patents: orNull(fc.nat(99)),
  }),
  capabilities: few(
    fc.record({
      text: text(80),
      categories: few(code),
      capacity: orNull(quantity),
      leadTimeDays: orNull(fc.nat(90)),
      minimumOrder: orNull(quantity),
    }),
  ),
  references: few(
    fc.record({
      text: text(80),
      categories: few(code),
      customer: orNull(text(30)),
      year: orNull(fc.constant(2024)),
      value: orNull(money),
      place: orNull(place),
    }),
  ),
  certificates: few(
    fc.record({
      scheme: text(30),
      scope: orNull(text(30)),
      issuer: orNull(text(30)),
      number: orNull(text(30)),
      issuedOn: date,
      expiresOn: date,
      fileId: fc.constant(null),
    }),
  ),
  visibility: fc.constantFrom({}, { staff: 'nobody', turnover: 'matched' }),
  categories: few(code),
})
const need = fc.record({
  externalId: orNull(text(30, 1)),
  buyer: fc.record({ name: text(60, 1), country: orNull(country) }),
  kind: fc.constantFrom('need', 'challenge'),
  title: text(80, 1),
  text: text(300),
  language: fc.constantFrom('en', 'es'),
  categories: few(code),
  specification: few(
    fc.record({
      text: text(60, 1),
      value: orNull(fc.nat(1000)),
      unit: orNull(text(10)),
      tolerance: orNull(fc.nat(10)),
      mandatory: fc.boolean(),
    }),
  ),
  volume: orNull(quantity),
  answerBy: date,
  deliverFrom: date,
  deliverUntil: date,
  place: orNull(place),
  deliveryRadiusKm: orNull(fc.integer({ min: 1, max: 500 })),
  supplierCountries: few(country),
  requiredCertificates: few(fc.record({ scheme: text(30, 1), mandatory: fc.boolean() })),
  languages,
  budget: orNull(
    fc.record({ min: orNull(money), max: orNull(money) }).filter(({ min, max }) => min !== null || max !== null),
  ),
  governance: fc.constantFrom('producer-driven', 'open-challenge'),
  confidentiality: fc.constantFrom('open', 'alias'),
  localContentPercent: orNull(fc.nat(100)),
})

type Row = Readonly<Record<string, unknown>>

/** What a file says, read again. */
async function reread(columns: readonly Column[], rows: readonly Row[]): Promise<unknown[]> {
  const file = csvBegin + csvLines([columns.map(({ heading }) => heading), ...rows.map((row) => toCells(columns, row))])
  const read = await readRows(
    (async function* () {
      yield Buffer.from(file)
    })(),
  )
  const known = byHeading(columns)
  const values: unknown[] = []
  for await (const row of read.rows) values.push('value' in row ? fromCells(known, row.value).value : row)
  return values
}

describe('a table that we write', () => {
  it('says the same suppliers when it is read again', () =>
    fc.assert(
      fc.asyncProperty(fc.array(supplier, { minLength: 1, maxLength: 4 }), async (rows) => {
        const read = (await reread(supplierColumns, rows)).map((value) => parseRow(supplierRow, value, supplierColumns))
        expect(read).toEqual(rows.map((row) => ({ data: parseData(supplierRow, row) })))
      }),
      { numRuns: 300 },
    ))

  it('says the same needs when it is read again', () =>
    fc.assert(
      fc.asyncProperty(fc.array(need, { minLength: 1, maxLength: 4 }), async (rows) => {
        const read = (await reread(needColumns, rows)).map((value) => parseRow(needRow, value, needColumns))
        expect(read).toEqual(rows.map((row) => ({ data: parseData(needRow, row) })))
      }),
      { numRuns: 300 },
    ))

  it('holds no cell that a spreadsheet would run', () =>
    fc.assert(
      fc.property(fc.array(fc.array(text(40), { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        // Cell by cell: within quotes a comma or a line break begins no cell.
        const cells = csvLines(rows).matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)
        for (const [, quoted, bare] of cells) expect(quoted ?? bare).not.toMatch(/^[=+\-@\t]/)
      }),
    ))
})

function parseData(schema: Parameters<typeof parseRow>[0], row: unknown): unknown {
  const parsed = parseRow(schema, row, null)
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.data
}
