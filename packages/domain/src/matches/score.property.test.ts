import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, type EntryId, type NeedId, type OrganisationId, type PassportId } from '../brand.ts'
import type { CategoryCode } from '../categories/category.ts'
import { type Need, governanceTypes } from '../needs/need.ts'
import { disclosedToMatched } from '../passports/disclosed.ts'
import { type Passport, unstatedFacts } from '../passports/passport.ts'
import { languageLevels, periods } from '../place.ts'
import { appraise } from './appraise.ts'
import { criteria } from './criteria/criteria.ts'
import { type CriterionId, criterionIds, type Evidence } from './match.ts'
import type { Pair } from './pair.ts'
import { remediesOf } from './remedies.ts'
import { compareMatches, rankMatches, scoreMatch } from './score.ts'
import type { Signals } from './signals.ts'
import { weightProfiles } from './weights.ts'

const today = '2026-03-01'
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

const need: fc.Arbitrary<Need> = fc.record({
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

const capability = fc.record({
  text: fc.constantFrom('tanques', 'válvulas'),
  categories: codes,
  capacity: maybe(quantity),
  leadTimeDays: maybe(fc.nat(200)),
  minimumOrder: maybe(quantity),
})
const reference = fc.record({
  text: fc.constantFrom('obra', 'planta'),
  categories: codes,
  customer: fc.constant(null),
  year: maybe(fc.integer({ min: 2010, max: 2026 })),
  value: maybe(money),
  place: maybe(place),
  confirmedByCustomer: fc.boolean(),
})
const certificate = fc.record({
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

const passport: fc.Arbitrary<Passport> = fc.record({
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
const signalsOf = (row: Passport): fc.Arbitrary<Signals> => {
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
    meaning: fc.constant(null),
    answers: maybe(fc.constant({ asked: 4, interested: 1 })),
  })
}
const candidate = passport.chain((row) => signalsOf(row).map((signals) => ({ passport: row, signals })))
const pair = fc.tuple(need, candidate).map(([asked, { passport: row, signals }]): Pair => ({
  need: asked,
  passport: disclosedToMatched(row),
  signals,
  today,
}))

describe('a match', () => {
  test('has scores between 0 and 1 with at most six decimals, and weights that sum to 1', () => {
    fc.assert(
      fc.property(need, candidate, fc.constantFrom(...governanceTypes), (asked, { passport: row, signals }, type) => {
        const match = scoreMatch(asked, row, signals, weightProfiles[type], today)
        const numbers = [
          match.score,
          match.buyerScore,
          match.coverage,
          match.supplierScore ?? 0,
          ...match.criteria.flatMap(({ score, weight }) => [score ?? 0, weight]),
          ...match.gaps.map((gap) => gap.scoreAfter),
        ]
        expect(numbers.filter((value) => !(value >= 0 && value <= 1 && Number(value.toFixed(6)) === value))).toEqual([])
        const buyerSide = match.criteria
          .filter(({ id }) => id !== 'willingness')
          .reduce((sum, { weight }) => sum + weight, 0)
        expect(buyerSide).toBeCloseTo(1, 4)
      }),
    )
  })

  test('is the same bytes when scored again', () => {
    fc.assert(
      fc.property(need, candidate, (asked, { passport: row, signals }) => {
        const score = (): string =>
          JSON.stringify(
            scoreMatch(asked, structuredClone(row), structuredClone(signals), weightProfiles['buyer-driven'], today),
          )
        expect(score()).toBe(score())
      }),
    )
  })

  test('is worth nothing where a gate fails, and stands below all others in the list', () => {
    fc.assert(
      fc.property(need, fc.array(candidate, { maxLength: 6 }), (asked, candidates) => {
        const list = rankMatches(asked, candidates, weightProfiles['producer-driven'], today, 10)
        const failed = list.map((match) => match.gates.some((gate) => gate.verdict === 'fail'))
        expect(list.filter((match, at) => failed[at] && match.score !== 0)).toEqual([])
        expect(failed).toEqual(failed.toSorted((a, b) => Number(a) - Number(b)))
        expect(list.toSorted(compareMatches)).toEqual(list)
      }),
    )
  })

  test('has gaps whose remedy, applied and scored again, gives the promised score', () => {
    fc.assert(
      fc.property(need, candidate, (asked, { passport: row, signals }) => {
        const weights = weightProfiles['buyer-driven']
        const seen = disclosedToMatched(row)
        const match = scoreMatch(asked, row, signals, weights, today)
        const mended = remediesOf({ need: asked, passport: seen, signals, today }, match).map(
          ({ id, detail, apply }) => ({
            id,
            detail,
            scoreAfter: scoreMatch(asked, { ...seen, ...apply(seen) }, signals, weights, today).score,
          }),
        )
        const promised = match.gaps.filter((gap) => !mended.some((one) => JSON.stringify(one) === JSON.stringify(gap)))
        expect(promised).toEqual([])
        expect(match.gaps.every((gap, at) => at === 0 || gap.scoreAfter <= (match.gaps[at - 1]?.scoreAfter ?? 0))).toBe(
          true,
        )
      }),
      { numRuns: 500 },
    )
  })
})

/** The pair as it would be if the quoted evidence did not exist. */
function without({ passport: row, signals, ...rest }: Pair, id: CriterionId, { source, entryId }: Evidence): Pair {
  const factsOf: Partial<Record<CriterionId, Partial<typeof unstatedFacts>>> = {
    geography: { sites: [], country: null, region: null, exportCountries: [] },
    innovation: { researchPercent: null, patents: null },
    inclusion: { localOwnershipPercent: null, womenOwnershipPercent: null },
  }
  const keep = <T extends { readonly id: EntryId }>(rows: readonly T[]): readonly T[] =>
    rows.filter((entry) => entry.id !== entryId)
  return {
    ...rest,
    passport: {
      ...row,
      capabilities: keep(row.capabilities),
      references: keep(row.references),
      certificates: keep(row.certificates),
      facts: source === 'facts' ? { ...row.facts, ...factsOf[id] } : row.facts,
    },
    signals: { ...signals, entries: signals.entries.filter((entry) => entry.entryId !== entryId) },
  }
}

describe.each(criterionIds.filter((id) => id !== 'willingness'))('the criterion %s', (id) => {
  test('never gains, and without any evidence has no score, when what it quotes is taken away', () => {
    fc.assert(
      fc.property(pair, (whole) => {
        const before = criteria[id](whole)
        const evidence = before?.evidence ?? null
        if (before === null || evidence === null) return
        const after = criteria[id](without(whole, id, evidence))
        const [was, is] = [before.score ?? 0, after?.score ?? 0]
        const nothingLeft = was > 0 && (after?.evidence ?? null) === null
        expect({ was, is, holds: nothingLeft ? is < was : is <= was }).toMatchObject({ holds: true })
      }),
      { numRuns: 300 },
    )
  })

  test('quotes evidence whenever it gives points', () => {
    fc.assert(
      fc.property(pair, (whole) => {
        const finding = criteria[id](whole)
        expect((finding?.score ?? 0) === 0 || (finding?.evidence?.quote ?? '') !== '').toBe(true)
      }),
    )
  })
})

describe('saying more', () => {
  const buyerScore = (whole: Pair): number => appraise(whole, weightProfiles['buyer-driven']).buyerScore

  test('in a further reference, certificate, capability or ownership never costs', () => {
    fc.assert(
      fc.property(pair, reference, certificate, capability, (whole, work, paper, skill) => {
        const { passport: row } = whole
        const id = asId<EntryId>('new')
        const more = [
          { ...row, references: [...row.references, { ...work, id }] },
          { ...row, certificates: [...row.certificates, { ...paper, id }] },
          { ...row, capabilities: [...row.capabilities, { ...skill, id }] },
          {
            ...row,
            facts: {
              ...row.facts,
              localOwnershipPercent: 100,
              sites: [...row.facts.sites, { country: 'PE', region: null, locality: null, latitude: 0, longitude: 0 }],
            },
          },
        ]
        for (const next of more)
          expect(buyerScore({ ...whole, passport: next })).toBeGreaterThanOrEqual(buyerScore(whole))
      }),
      { numRuns: 300 },
    )
  })

  test('in words that meet the need better never costs', () => {
    fc.assert(
      fc.property(pair, fc.double({ min: 0, max: 1, noNaN: true }), (whole, lift) => {
        const entries = whole.signals.entries.map((entry) => ({
          ...entry,
          score: entry.score + (1 - entry.score) * lift,
        }))
        expect(buyerScore({ ...whole, signals: { ...whole.signals, entries, profile: lift } })).toBeGreaterThanOrEqual(
          buyerScore(whole),
        )
      }),
    )
  })
})
