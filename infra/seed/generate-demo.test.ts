import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { categoryNode, certificateName, isCountry, units } from '@enlace/taxonomy'
import { isRoleOfKind, type NeedContent, slugOf } from '@enlace/domain'
import { expect, test } from 'vitest'
import { demoDoors } from './demo-world.ts'
import { demoSeed, generateDemo } from './generate-demo.ts'
import { unmetNeeds } from './needs/unmet.ts'

const today = '2026-03-10'
const demo = generateDemo(demoSeed, today)
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const organisations = new Map(demo.organisations.map((organisation) => [organisation.id, organisation]))
const codesOf = (content: NeedContent) => content.categories
const passportCodes = demo.passports.flatMap(({ content }) =>
  [...content.capabilities, ...content.references].flatMap((entry) => entry.categories),
)

test('the same seed and day give the same bytes, another seed or day gives others', () => {
  expect(hashOf(generateDemo(demoSeed, today))).toBe(hashOf(demo))
  expect(hashOf(generateDemo(demoSeed + 1, today))).not.toBe(hashOf(demo))
  expect(hashOf(generateDemo(demoSeed, '2026-03-11'))).not.toBe(hashOf(demo))
})

test('the world is large enough', () => {
  const kinds = demo.organisations.map(({ kind }) => kind)
  const count = (kind: string): number => kinds.filter((other) => other === kind).length
  expect([count('buyer'), count('agency'), count('platform'), count('supplier')]).toEqual([
    12,
    3,
    1,
    demo.passports.length,
  ])
  expect(demo.passports.length).toBeGreaterThanOrEqual(600)
  const published = demo.needs.filter(({ state }) => state === 'published')
  expect(published.filter(({ content }) => content.kind === 'challenge')).toHaveLength(20)
  expect(published.filter(({ content }) => content.kind === 'need').length).toBeGreaterThanOrEqual(120)
})

test.each([1, 77, 4_000_000_000])('seed %i gives a world of the same size with names given once', (seed) => {
  const other = generateDemo(seed, '2028-02-29')
  expect([other.organisations.length, other.needs.length, other.people.length]).toEqual([
    demo.organisations.length,
    demo.needs.length,
    demo.people.length,
  ])
  expect(new Set(other.organisations.map(({ slug }) => slug)).size).toBe(other.organisations.length)
})

test('a need that does not say whose it is names neither its buyer nor its town', () => {
  const telling = (confidential: boolean): readonly string[] =>
    demo.needs
      .filter(({ content }) => (content.confidentiality !== 'open') === confidential)
      .filter(({ content: { title, text, place }, organisationId }) => {
        // A town that gives its region the name tells nothing that the region does not.
        const town = place?.region?.includes(place.locality ?? '') === true ? null : place?.locality
        const names = [organisations.get(organisationId)?.name, town]
        return names.some((name) => typeof name === 'string' && `${title} ${text}`.includes(name))
      })
      .map(({ content }) => content.title)
  expect(telling(true)).toEqual([])
  // The control: needs that say whose they are name it freely.
  expect(telling(false).length).toBeGreaterThan(10)
})

test('ids, names and addresses are given once', () => {
  const unique = (values: readonly string[]): void => expect(new Set(values).size).toBe(values.length)
  unique([
    ...demo.organisations.map(({ id }) => id),
    ...demo.needs.map(({ id }) => id),
    ...demo.people.map(({ id }) => id),
  ])
  unique(
    demo.passports.flatMap(({ content }) =>
      [...content.capabilities, ...content.references, ...content.certificates].map(({ id }) => id),
    ),
  )
  unique(demo.organisations.map(({ slug }) => slug))
  unique(demo.people.map(({ email }) => email))
})

test('every id has the form of a version 7 uuid', () => {
  for (const { id } of [...demo.organisations, ...demo.needs, ...demo.people])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('every category is one of the shipped skeleton', () => {
  const unknown = [...passportCodes, ...demo.needs.flatMap(({ content }) => codesOf(content))].filter(
    (code) => categoryNode(code) === null,
  )
  expect(unknown).toEqual([])
})

test('every certificate is spelt as it is stored, every unit is known, every country is one', () => {
  const schemes = [
    ...demo.passports.flatMap(({ content }) => content.certificates),
    ...demo.needs.flatMap(({ content }) => content.requiredCertificates),
  ].map(({ scheme }) => scheme)
  expect([...new Set(schemes)].filter((scheme) => certificateName(scheme) !== scheme)).toEqual([])
  const known = new Set(units().map(({ id }) => id))
  const amounts = [
    ...demo.passports.flatMap(({ content }) =>
      content.capabilities.flatMap(({ capacity, minimumOrder }) => [capacity, minimumOrder]),
    ),
    ...demo.needs.map(({ content }) => content.volume),
  ]
  expect(
    [...new Set(amounts.flatMap((amount) => (amount === null ? [] : [amount.unit])))].filter(
      (unit) => !known.has(unit),
    ),
  ).toEqual([])
  expect(demo.organisations.filter(({ country }) => country === null || !isCountry(country))).toEqual([])
})

test('a passport has one to five capabilities, at most six references, and texts', () => {
  for (const { content } of demo.passports) {
    expect(content.capabilities.length).toBeGreaterThanOrEqual(1)
    expect(content.capabilities.length).toBeLessThanOrEqual(5)
    expect(content.references.length).toBeLessThanOrEqual(6)
    for (const { text } of [...content.capabilities, ...content.references])
      expect(text).toMatch(/^[\p{Lu}\d].{20,300}\.$/su)
    expect(JSON.stringify(content)).not.toMatch(/undefined|NaN/)
  }
})

test('some facts are left unstated and some papers have run out', () => {
  const share = (holds: (content: (typeof demo.passports)[number]['content']) => boolean): number =>
    demo.passports.filter(({ content }) => holds(content)).length / demo.passports.length
  expect(share(({ facts }) => facts.turnover === null)).toBeGreaterThan(0.2)
  expect(share(({ facts }) => facts.staff === null)).toBeGreaterThan(0.04)
  expect(
    share(({ certificates }) => certificates.some(({ expiresOn }) => expiresOn !== null && expiresOn < today)),
  ).toBeGreaterThan(0.08)
  expect(share(({ certificates }) => certificates.length === 0)).toBeGreaterThan(0.15)
  for (const language of ['es', 'en', 'pt'])
    expect(share((content) => content.language === language)).toBeGreaterThan(0.05)
})

test('texts differ enough to be ranked: no sentence is said by more than one firm in fifty', () => {
  const told = new Map<string, number>()
  for (const { content } of demo.passports)
    for (const { text } of content.capabilities) told.set(text, (told.get(text) ?? 0) + 1)
  expect(Math.max(...told.values())).toBeLessThan(demo.passports.length / 50)
})

test('published needs are open today and their dates stand in order; closed ones have passed', () => {
  for (const { content, state, createdAt, publishedAt } of demo.needs) {
    expect(createdAt < `${today}T00:00:00Z`).toBe(true)
    expect(publishedAt === null).toBe(state === 'draft')
    expect(publishedAt === null || (publishedAt < `${today}T00:00:00Z` && publishedAt > createdAt)).toBe(true)
    const answerBy = content.answerBy ?? today
    expect([state, answerBy > today, answerBy < today]).toEqual([state, state !== 'closed', state === 'closed'])
    const dates = [content.answerBy, content.deliverFrom, content.deliverUntil].filter((date) => date !== null)
    expect(dates).toEqual(dates.toSorted())
    expect(
      content.budget?.min === undefined ||
        content.budget.min === null ||
        content.budget.max === null ||
        content.budget.min.amountMinor <= content.budget.max.amountMinor,
    ).toBe(true)
  }
})

test('behind each door stands one person, in a role its organisation knows', () => {
  expect(demo.people.flatMap(({ door }) => door ?? []).toSorted()).toEqual([...demoDoors].toSorted())
  const behind = (door: string): string | undefined =>
    organisations.get(
      demo.people.find((person) => person.door === door)?.organisationId ??
        demo.people[0]?.organisationId ??
        ('' as never),
    )?.name
  expect(demoDoors.map(behind)).toEqual(['Cobre Austral', 'Polímeros del Loa', 'ProVincula', 'Enlace'])
  for (const { organisationId, role, email } of demo.people) {
    expect(isRoleOfKind(organisations.get(organisationId)?.kind ?? 'platform', role)).toBe(true)
    expect(email).toMatch(/^[a-z.]+@[a-z0-9-]+\.example$/)
  }
})

test('what nobody serves is in no passport, down to the class', () => {
  const own = demo.passports.flatMap(({ content }) =>
    content.capabilities.flatMap((capability) => capability.categories.map(({ code }) => code)),
  )
  for (const { codes } of unmetNeeds)
    for (const digits of codes.split(' '))
      expect([digits, own.filter((code) => code.startsWith(digits))]).toEqual([digits, []])
})

const shared = new URL('../../../shared/data/matching/', import.meta.url)
const famous = `codelco|bhp|escondida|antofagasta minerals|antofagasta plc|glencore|rio tinto|anglo american|vale mineracao|sqm|albemarle|southern copper|nestle|alicorp|gloria s|backus|walmart|cencosud|falabella|inditex|zara|sonae|
  jeronimo martins|flextronics|jabil|foxconn|intel|bosch|siemens|abb|caterpillar|komatsu|metso|weir|flsmidth|sandvik|epiroc|orica|enaex|molycop|sodexo|aramark|grupo bimbo|femsa|cemex|embraer|petrobras|ecopetrol`

test('no organisation bears the name of a well-known company', () => {
  const pattern = new RegExp(
    famous
      .split('|')
      .map((name) => `(?:^|[^a-z])${name.trim()}(?:[^a-z]|$)`)
      .join('|'),
  )
  expect(demo.organisations.filter(({ name }) => pattern.test(slugOf(name).replaceAll('-', ' ')))).toEqual([])
})

test.skipIf(!existsSync(shared))('no organisation bears the name of a company in the evaluation data', () => {
  const plain = (name: string): string =>
    slugOf(name).replace(
      /-(?:s-?a-?c?|s-?l|s-?a-?s|lda|ltda|ltd|limited|spa|s-?r-?l|e-i-r-l|sdn-bhd|unipessoal-lda|s-a-de-c-v)$/,
      '',
    )
  const real = new Set<string>()
  for (const set of ['pt-base', 'uk-awards', 'sbir-topics']) {
    const lines = gunzipSync(readFileSync(new URL(`${set}/suppliers.jsonl.gz`, shared)))
      .toString('utf8')
      .trim()
      .split('\n')
    for (const line of lines) real.add(plain((JSON.parse(line) as { name: string }).name))
  }
  expect(demo.organisations.filter(({ name }) => real.has(plain(name)))).toEqual([])
})
