import {
  asId,
  type GlossaryLine,
  type GlossaryLineId,
  type OrganisationId,
  type Passport,
  type PassportId,
  type Phrase,
  blankPassport,
} from '@enlace/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostFurther } from './further-words.ts'
import { LexicalIndex } from './lexical-index.ts'
import { needQuery } from './need-query.ts'
import { passportWords } from './passport-words.ts'

const line = (...phrases: readonly (readonly [Phrase['language'], string])[]): GlossaryLine => ({
  id: asId<GlossaryLineId>('line'),
  phrases: phrases.map(([language, text]) => ({ language, text })),
})
const passport = (name: string, about: string, lines?: readonly GlossaryLine[], language = 'en'): Passport => ({
  id: asId<PassportId>(name),
  organisationId: asId<OrganisationId>(name),
  name: '',
  state: 'published',
  version: 1,
  publishedAt: null,
  ...blankPassport,
  about,
  language,
  ...(lines === undefined ? {} : { glossary: { revision: 1, lines } }),
})
const need = (text: string, language = 'en') => ({ title: text, text: '', language, specification: [], categories: [] })
const filled = (...passports: readonly Passport[]): LexicalIndex => {
  const index = new LexicalIndex()
  for (const row of passports) index.put(row)
  return index
}
const score = (index: LexicalIndex, asked: string, name: string): number =>
  index.retrieve(needQuery(need(asked)), 50).find(({ supplierId }) => supplierId === name)?.profile ?? 0

const dust = line(['es', 'matapolvo'], ['en', 'grit binder'], ['pt', 'abatedor de poeiras'])
const roads = passport('roads', 'Binders against grit on gravel')
const bakery = passport('bakery', 'Bread and cakes')

describe("a buyer's lines", () => {
  const asked = need('Compramos matapolvos para caminos', 'es')
  test('bring the other phrases of a line that the need says, in any number, each in its own language, at a fifth', () => {
    const { terms, further } = needQuery(asked, [dust])
    expect(further).toEqual(['grit', 'binder', 'abatedor', 'poeir'])
    expect(further.map((word) => terms.get(word))).toEqual([0.2, 0.2, 0.2, 0.2])
    expect(filled(roads, bakery).retrieve(needQuery(asked, [dust]), 9)[0]?.supplierId).toBe('roads')
    expect(filled(roads, bakery).retrieve(needQuery(asked), 9)).toEqual([])
  })

  test.each([
    ['a phrase that it says in part', need('Grit for roads')],
    ['a phrase whose words it says apart', need('A binder of grit')],
    ['nothing of it', need('Bread')],
  ])('bring nothing to a need that says %s', (_, one) => {
    expect(needQuery(one, [line(['en', 'grit binder'], ['es', 'matapolvo'])])).toEqual(needQuery(one))
  })

  test('of grammar alone or of signs meet nothing', () => {
    expect(needQuery(need('the road of the mine'), [line(['en', 'of the'], ['es', 'relave'])]).further).toEqual([])
  })
})

describe("a supplier's lines", () => {
  const own = passport('own', 'We make grit binder', [line(['en', 'grit binder'], ['en', 'dust suppressant'])])
  test('find its passport by what it does not say, for a fifth of what saying it brings, at most', () => {
    const index = filled(own, bakery)
    const said = filled(passport('own', 'We make dust suppressant'), bakery)
    const [found, honest] = [score(index, 'dust suppressant', 'own'), score(said, 'dust suppressant', 'own')]
    expect(found).toBeGreaterThan(0)
    // As sums, before they are bent to 0..1.
    expect(-Math.log(1 - found)).toBeLessThanOrEqual(-0.2 * Math.log(1 - honest) * 1.5)
    expect(score(filled(passport('own', 'We make grit binder'), bakery), 'dust suppressant', 'own')).toBe(0)
    index.remove(asId('own'))
    expect(score(index, 'dust suppressant', 'own')).toBe(0)
  })

  test('are met by nothing that a stuffed entry says', () => {
    const stuffed = passport('own', 'grit binder '.repeat(60), own.glossary?.lines)
    expect(passportWords(stuffed).further).toEqual([])
    expect(passportWords(stuffed, () => true).further).toHaveLength(2)
  })

  test('bring no more than so many words, whoever writes two hundred lines of trade words', () => {
    const words = Array.from({ length: 1000 }, (_, at) => `trade${at}`)
    const greedy = Array.from({ length: 200 }, (_, at): GlossaryLine =>
      line(['en', 'grit'], ...words.slice(5 * at, 5 * at + 5).map((word) => ['en', word] as const)),
    )
    const [first, all] = [greedy.slice(0, mostFurther / 5), greedy].map((lines) => passport('own', 'Grit', lines))
    if (first === undefined || all === undefined) throw new Error('two passports')
    expect(passportWords(all).further).toHaveLength(mostFurther)
    expect(passportWords(all)).toEqual(passportWords(first))
    const asked = words.slice(400).join(' ')
    expect([score(filled(all, bakery), asked, 'own'), score(filled(all, bakery), words[3] ?? '', 'own') > 0]).toEqual([
      0,
      true,
    ])
  })
})

const words = fc.constantFrom('grit', 'binder', 'road', 'bread', 'pump', 'valve', 'matapolvo', 'relave', 'truck')
const texts = fc.array(words, { minLength: 1, maxLength: 6 }).map((some) => some.join(' '))
const lines = fc.array(
  fc.array(
    fc.tuple(fc.constantFrom('en' as const, 'es' as const), texts).map(([language, text]) => ({ language, text })),
    { minLength: 2, maxLength: 4 },
  ),
  { maxLength: 4 },
)
const asLines = (all: readonly (readonly Phrase[])[]): readonly GlossaryLine[] =>
  all.map((phrases) => ({ id: asId<GlossaryLineId>('line'), phrases }))

test('no lines, or lines that nothing meets, are the very same query and the very same hits', () => {
  fc.assert(
    fc.property(texts, fc.array(texts, { minLength: 1, maxLength: 6 }), (asked, abouts) => {
      const plain = abouts.map((about, at) => passport(`firm-${at}`, about))
      const empty = abouts.map((about, at) =>
        passport(`firm-${at}`, about, at % 2 === 0 ? [] : [line(['en', 'zinc'], ['en', asked])]),
      )
      expect(needQuery(need(asked), [line(['en', 'zinc'], ['en', 'gold'])])).toEqual(needQuery(need(asked)))
      expect(filled(...empty).retrieve(needQuery(need(asked)), 3)).toEqual(
        filled(...plain).retrieve(needQuery(need(asked)), 3),
      )
    }),
  )
})

test("whatever one supplier's lines say, no number of any other's changes, for whatever need, and none of them is left out", () => {
  let changed = 0
  fc.assert(
    fc.property(texts, fc.array(texts, { minLength: 2, maxLength: 6 }), lines, (asked, abouts, own) => {
      const others = abouts.slice(1).map((about, at) => passport(`firm-${at}`, about))
      const hitsWith = (mine: readonly GlossaryLine[]) =>
        filled(...others, passport('own', abouts[0] ?? '', mine)).retrieve(needQuery(need(asked)), 2)
      const [with_, without] = [hitsWith(asLines(own)), hitsWith([])]
      const ofOthers = (hits: typeof with_) => hits.filter(({ supplierId }) => supplierId !== 'own')
      expect(ofOthers(with_)).toEqual(ofOthers(without))
      const mine = (hits: typeof with_) => hits.find(({ supplierId }) => supplierId === 'own')?.profile ?? 0
      expect(mine(with_)).toBeGreaterThanOrEqual(mine(without))
      if (mine(with_) > mine(without)) changed += 1
    }),
    { numRuns: 500 },
  )
  // A world in which lines never mattered would prove nothing.
  expect(changed).toBeGreaterThan(20)
})

test('what is held of a passport and what it says now are the same number', () => {
  fc.assert(
    fc.property(texts, texts, lines, (asked, about, own) => {
      const index = filled(passport('own', about, asLines(own)), roads, bakery)
      const query = needQuery(need(asked))
      const held = index.meet(query, passport('own', about, asLines(own)))
      const newer = { ...passport('own', about, asLines(own)), version: 2 }
      expect({ ...index.meet(query, newer), version: 1 }).toEqual(held)
    }),
  )
})
