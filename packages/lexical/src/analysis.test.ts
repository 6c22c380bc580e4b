import { expect, test } from 'vitest'
import { terms } from './analysis.ts'
import { glossaryLanguages, glossaryLines, isMeaning, wordsIn } from './glossary/glossary.ts'
import { detectLanguage } from './language.ts'
import { longestText } from './tokens.ts'

const words = (text: string, language: string): readonly string[] =>
  terms(text, language).filter((term) => !isMeaning(term))
const meanings = (text: string, language: string): readonly string[] => terms(text, language).filter(isMeaning)

test.each([
  ['es', 'Fabricación de válvulas', 'fabricaciones de valvula'],
  ['en', 'Welding of pressure vessels', 'weld pressure vessel'],
  ['pt', 'Manutenção de elevadores', 'manutencao dos elevador'],
  ['fr', 'Traitement des eaux usées', 'traitements eau usee'],
])('in %s "%s" and "%s" are found by the same terms', (language, one, other) => {
  expect(terms(one, language)).toEqual(terms(other, language))
})

test('numbers and units are kept, grammar is not', () => {
  expect(words('A tank of 500 l at 3 bar', 'en')).toEqual(['tank', '500', '3', 'bar'])
})

test.each([
  ['We are looking for a supplier of industrial boilers', 'en'],
  ['Necesitamos un proveedor de calderas para la planta', 'es'],
  ['Precisamos de um fornecedor de caldeiras para a fábrica', 'pt'],
  ['Nous cherchons un fournisseur de chaudières pour notre usine', 'fr'],
])('"%s" is taken for %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})

test.each(['', '12 34', '🙂🙂', '钢罐'])(
  'a text without words of a known language (%j) has no language and breaks nothing',
  (text) => {
    expect([detectLanguage(text), terms(text, null).every((term) => term !== '')]).toEqual([null, true])
  },
)

test('a text of a million words costs no more than the bound', () => {
  expect(words('acero '.repeat(1_000_000), 'es')).toHaveLength(longestText)
})

test.each([
  ['welding', 'soldadura', 'soldagem', 'soudage'],
  ['valves', 'válvulas', 'válvulas', 'vannes'],
  ['wastewater', 'efluentes', 'efluente', 'effluents'],
])('"%s", "%s", "%s" and "%s" share a meaning', (...written) => {
  const [first = [], ...others] = glossaryLanguages.map((language, column) => meanings(written[column] ?? '', language))
  expect(first.filter((meaning) => others.every((other) => other.includes(meaning)))).not.toEqual([])
})

test('a word that means several things has all its meanings, one that is no trade word none', () => {
  expect(meanings('fundición', 'es').length).toBe(2)
  expect(meanings('mañana', 'es')).toEqual([])
})

test('each line of the glossary names one meaning in every language, by single words', () => {
  const broken = glossaryLines.filter(
    (line) =>
      line.split('=').length !== glossaryLanguages.length ||
      glossaryLanguages.some((language) => wordsIn(line, language).some((word) => !/^[\p{L}\p{N}]+$/u.test(word))),
  )
  expect([broken, new Set(glossaryLines).size]).toEqual([[], glossaryLines.length])
})
