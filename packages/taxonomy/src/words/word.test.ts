import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessLanguage } from './stop-words.ts'
import { fold, stem, wordsOf } from './word.ts'

test('fold keeps every offset of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(text)).toHaveLength(text.length)
    }),
  )
})

test('words of any text lie where they say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of wordsOf(text)) expect(text.slice(word.start, word.end)).toBe(word.text)
    }),
  )
})

test.each([
  ['pumps', 'pump'],
  ['bombas', 'bomba'],
  ['válvulas', 'valvula'],
  ['motores', 'motor'],
  ['camiones', 'camion'],
  ['batteries', 'battery'],
  ['boxes', 'box'],
  ['medições', 'medição'],
  ['embalagens', 'embalagem'],
  ['orgánicos', 'orgánica'],
])('%s and %s share a stem', (one, other) => {
  expect(stem(one)).toBe(stem(other))
})

test('words of different families keep different stems', () => {
  const words = ['pump', 'pulp', 'glass', 'gas', 'bus', 'chemical', 'chassis', 'cal', 'sal', 'hilo', 'hielo']
  expect(new Set(words.map(stem)).size).toBe(words.length)
})

test.each([
  ['We are looking for a supplier of pumps that can deliver within a month', 'en'],
  ['Buscamos un proveedor de bombas que pueda entregar en la faena', 'es'],
  ['Procuramos um fornecedor de bombas que não seja da mesma região', 'pt'],
] as const)('the language of "%s" is guessed as %s', (text, language) => {
  expect(guessLanguage(text)).toEqual({ language, isSure: true })
})

test('a text without function words has no guessed language', () => {
  expect(guessLanguage('HDPE 1.5 mm')).toBeNull()
})
