import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categoryNode } from './category-tree.ts'
import { keywordIndex } from './keyword-index.ts'
import { suggestCategories } from './suggest-categories.ts'

const first = (text: string, language: string): string | undefined => suggestCategories(text, language)[0]?.code.code

test.each([
  ['Dust suppressant for 38 km of haul roads, 400 t a year', 'en', '24957000'],
  ['Supresor de polvo para caminos de acarreo', 'es', '24957000'],
  ['Supressor de poeira para estrada de mina', 'pt', '24957000'],
  ['organic cotton t-shirts', 'en', '18330000'],
  ['ensamble de tarjetas electrónicas', 'es', '31710000'],
  ['Placas eletrónicas montadas em SMT', 'pt', '31710000'],
  ['Reparación de bombas de pulpa', 'es', '50510000'],
  ['HARINA DE MAIZ', 'es', '15610000'],
  ['remote site catering', 'en', '55520000'],
] as const)('"%s" (%s) is first of all about %s', (text, language, code) => {
  expect(first(text, language)).toBe(code)
})

test('a suggestion names the words that speak for it, with their place in the text', () => {
  const text = 'We need café verde, washed'
  const suggestion = suggestCategories(text, 'es')[0]
  expect(suggestion?.words).toEqual([
    { start: 8, end: 12, text: 'café' },
    { start: 13, end: 18, text: 'verde' },
  ])
  expect(suggestion?.label).toBe('Cultivos de café, cacao, té y especias')
})

test('the word being typed counts from its third letter, a finished fragment does not', () => {
  expect(first('geomembr', 'en')).toBe('44110000')
  expect(suggestCategories('ge', 'en')).toEqual([])
  expect(
    suggestCategories('geo pump', 'en').flatMap((suggestion) => suggestion.words.map((word) => word.text)),
  ).not.toContain('geo')
})

test('a longer prefix never loses a category that the whole word means', () => {
  for (let letters = 5; letters <= 'lubricante'.length; letters += 1) {
    expect(suggestCategories('lubricante'.slice(0, letters), 'es').map((one) => one.code.code)).toContain('09210000')
  }
})

test('a text that says nothing about goods gets no suggestion', () => {
  expect(suggestCategories('', 'en')).toEqual([])
  expect(suggestCategories('we are looking for a supplier who can', 'en')).toEqual([])
})

test('any text in any language gives at most the limit of known codes, best first, with words of the text', () => {
  const words = [...keywordIndex().stems, '400', 't', '\u0000', '🚚', 'para']
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom('en', 'es', 'pt', 'de'), fc.nat(12), (text, language, limit) => {
      const found = suggestCategories(text, language, limit)
      expect(found.length).toBeLessThanOrEqual(limit)
      for (const [at, suggestion] of found.entries()) {
        expect(categoryNode(suggestion.code)).not.toBeNull()
        expect(suggestion.score).toBeLessThanOrEqual(at === 0 ? 1 : (found[at - 1]?.score ?? 0))
        expect(suggestion.words.length).toBeGreaterThan(0)
        for (const word of suggestion.words) expect(text.slice(word.start, word.end)).toBe(word.text)
      }
    }),
  )
})

test('every keyword leads to its category among the first eight', () => {
  const lost = new Set<string>()
  for (const phrases of keywordIndex().phrasesOf.values()) {
    for (const { node, text, language, weight } of phrases) {
      if (weight < 1) continue
      const found = suggestCategories(`${text} `, language, 8).map((one) => one.code.code)
      if (!found.includes(node.code.code)) lost.add(`${node.digits} ${text}`)
    }
  }
  expect([...lost]).toEqual([])
})
