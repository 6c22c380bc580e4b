import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asId, type EntryId, type FileId } from '../brand.ts'
import { completenessOf, type HintId, hintIds } from './completeness.ts'
import {
  blankPassport,
  type Capability,
  type Certificate,
  type PassportContent,
  type Reference,
  unstatedFacts,
} from './passport.ts'
import { publicationFaults } from './passport-rules.ts'

const today = '2026-11-22'
const id = asId<EntryId>('entry')
const place = { country: 'CL', region: null, locality: null, latitude: -33, longitude: -70 }
const quantity = { value: 1, unit: 't', per: null }
const capability: Capability = {
  id,
  text: 'Pumps',
  categories: [{ scheme: 'CPV', code: '42122000' }],
  capacity: quantity,
  leadTimeDays: 3,
  minimumOrder: quantity,
}
const reference: Reference = {
  id,
  text: 'A pump',
  categories: [],
  customer: null,
  year: 2025,
  value: { amountMinor: 1, currency: 'USD' },
  place: null,
  confirmedByCustomer: false,
}
const certificate: Certificate = {
  id,
  scheme: 'ISO 9001',
  scope: null,
  issuer: null,
  number: null,
  issuedOn: null,
  expiresOn: '2027-12-31',
  fileId: asId<FileId>('file'),
  verifiedBy: null,
}

const facts =
  (change: Partial<PassportContent['facts']>) =>
  (content: PassportContent): PassportContent => ({ ...content, facts: { ...content.facts, ...change } })
const capabilities =
  (change: (row: Capability) => Capability) =>
  (content: PassportContent): PassportContent => ({
    ...content,
    capabilities: (content.capabilities.length === 0 ? [{ ...capability, text: 'x' }] : content.capabilities).map(
      change,
    ),
  })
const certificates =
  (change: (row: Certificate) => Certificate) =>
  (content: PassportContent): PassportContent => ({ ...content, certificates: content.certificates.map(change) })

/** What a person would do about each hint. */
const follow: Readonly<Record<HintId, (content: PassportContent) => PassportContent>> = {
  headline: (content) => ({ ...content, headline: 'Pumps' }),
  about: (content) => ({ ...content, about: 'word '.repeat(25) }),
  country: facts({ country: 'CL' }),
  entries: (content) => ({ ...content, references: [...content.references, reference] }),
  categories: capabilities((row) => ({ ...row, categories: capability.categories })),
  capacity: capabilities((row) => ({ ...row, capacity: quantity })),
  'lead-time': capabilities((row) => ({ ...row, leadTimeDays: 3 })),
  'minimum-order': capabilities((row) => ({ ...row, minimumOrder: quantity })),
  references: (content) => ({ ...content, references: [...content.references, reference, reference, reference] }),
  'reference-value': (content) => ({ ...content, references: [...content.references, reference] }),
  certificates: (content) => ({ ...content, certificates: [certificate] }),
  'certificate-evidence': certificates((row) => ({ ...row, fileId: certificate.fileId })),
  'certificate-dates': certificates((row) => ({ ...row, expiresOn: row.expiresOn ?? certificate.expiresOn })),
  'certificates-expired': certificates((row) => ({
    ...row,
    expiresOn: row.expiresOn === null ? null : certificate.expiresOn,
  })),
  site: facts({ sites: [place] }),
  languages: facts({ languages: [{ language: 'es', level: 'fluent' }] }),
  ownership: facts({ localOwnershipPercent: 0 }),
  innovation: facts({ patents: 0 }),
  size: facts({ staff: 0 }),
  contact: (content) => ({ ...content, contactEmail: 'a@example.org' }),
}

const maybe = <Value>(value: Value): fc.Arbitrary<Value | null> => fc.constantFrom(value, null)
const text = fc.constantFrom('', ' ', 'Pumps', 'word '.repeat(12), 'word '.repeat(40))
const passports: fc.Arbitrary<PassportContent> = fc.record({
  headline: text,
  about: text,
  language: fc.constant('en'),
  website: maybe('https://a.example'),
  contactEmail: maybe('a@example.org'),
  visibility: fc.constant({}),
  facts: fc
    .record({
      country: maybe('CL'),
      sites: fc.subarray([place, { ...place, latitude: null, longitude: null }]),
      languages: fc.subarray([{ language: 'es', level: 'fluent' } as const]),
      localOwnershipPercent: maybe(50),
      researchPercent: maybe(1),
      patents: maybe(2),
      staff: maybe(9),
    })
    .map((stated): PassportContent['facts'] => ({ ...unstatedFacts, ...stated })),
  capabilities: fc.array(
    fc.record({
      id: fc.constant(id),
      text,
      categories: fc.subarray([...capability.categories]),
      capacity: maybe(quantity),
      leadTimeDays: maybe(3),
      minimumOrder: maybe(quantity),
    }),
    { maxLength: 4 },
  ),
  references: fc.array(
    fc.record({
      id: fc.constant(id),
      text,
      categories: fc.constant([]),
      customer: fc.constant(null),
      year: fc.constant(2025),
      value: maybe({ amountMinor: 1, currency: 'USD' }),
      place: fc.constant(null),
      confirmedByCustomer: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  certificates: fc.array(
    fc.record({
      id: fc.constant(id),
      scheme: fc.constant('ISO 9001'),
      scope: fc.constant(null),
      issuer: fc.constant(null),
      number: fc.constant(null),
      issuedOn: fc.constant(null),
      expiresOn: fc.constantFrom(null, '2025-01-01', '2027-01-01'),
      fileId: maybe(asId<FileId>('file')),
      verifiedBy: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
})

describe('the completeness of a passport', () => {
  it('is nothing but asked for where nothing is said, and whole where everything is', () => {
    const { share, hints } = completenessOf(blankPassport, today)
    expect(hints.map((hint) => hint.id).toSorted()).toEqual(
      hintIds
        .filter((each) => !['certificate-evidence', 'certificate-dates', 'certificates-expired'].includes(each))
        .toSorted(),
    )
    expect(
      hints
        .slice(0, 3)
        .map((hint) => hint.id)
        .toSorted(),
    ).toEqual(['country', 'entries', 'headline'])
    expect(share).toBeLessThan(0.15)
    const whole = hintIds.reduce((content, each) => follow[each](content), blankPassport)
    expect(completenessOf(whole, today)).toEqual({ share: 1, hints: [] })
  })

  it('names the field, the section, and what asks for it', () => {
    const hint = completenessOf(blankPassport, today).hints.find(({ id: each }) => each === 'certificates')
    expect(hint).toEqual({
      id: 'certificates',
      section: 'certificates',
      path: 'certificates',
      feeds: ['certificates'],
      effect: expect.closeTo(0.1178, 4),
      isBlocking: false,
    })
    expect(completenessOf(blankPassport, today).hints.find(({ id: each }) => each === 'site')?.feeds).toEqual([
      'radius',
      'geography',
    ])
  })

  it('lies between 0 and 1, is what the hints leave, and puts what blocks first and what helps most before what helps less', () => {
    fc.assert(
      fc.property(passports, (content) => {
        const { share, hints } = completenessOf(content, today)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(share + hints.reduce((sum, hint) => sum + hint.effect, 0)).toBeCloseTo(1, 9)
        expect(hints.every((hint) => hint.effect > 0)).toBe(true)
        const order = hints.map((hint) => [hint.isBlocking ? 0 : 1, -hint.effect] as const)
        expect(order).toEqual(order.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
      }),
    )
  })

  it('rises with any hint that is followed, by no less than was promised, and the hint is gone', () => {
    fc.assert(
      fc.property(passports, (content) => {
        const before = completenessOf(content, today)
        for (const hint of before.hints) {
          const after = completenessOf(follow[hint.id](content), today)
          expect(after.hints.map(({ id: left }) => left)).not.toContain(hint.id)
          expect(after.share).toBeGreaterThanOrEqual(before.share + hint.effect - 1e-9)
        }
      }),
    )
  })

  it('blocks publication exactly where the rules of publication do, but for entries that were begun and left', () => {
    fc.assert(
      fc.property(passports, (content) => {
        const blocking = completenessOf(content, today)
          .hints.filter((hint) => hint.isBlocking)
          .map((hint) => hint.path)
        const faults = publicationFaults(content).map(({ path }) => path.replace('body.content.', ''))
        const fixed = (paths: readonly string[]): string[] =>
          paths.filter((path) => ['headline', 'facts.country'].includes(path)).toSorted()
        expect(fixed(blocking)).toEqual(fixed(faults))
        expect([
          faults.includes('capabilities') && !blocking.includes('capabilities'),
          faults.length === 0 && blocking.length > 0,
        ]).toEqual([false, false])
      }),
    )
  })

  it('does not depend on the order of entries', () => {
    fc.assert(
      fc.property(passports, (content) => {
        const turned = {
          ...content,
          capabilities: content.capabilities.toReversed(),
          references: content.references.toReversed(),
          certificates: content.certificates.toReversed(),
        }
        expect(completenessOf(turned, today)).toEqual(completenessOf(content, today))
      }),
    )
  })
})
