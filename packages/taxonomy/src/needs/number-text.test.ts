import fc from 'fast-check'
import { expect, test } from 'vitest'
import { multiplierOf, readNumber } from './number-text.ts'

test.each([
  ['1,200', 'en', 1200, true],
  ['1.200', 'es', 1200, true],
  ['1.200', 'pt', 1200, true],
  ['1,200', 'es', 1200, false],
  ['1.234', 'en', 1.234, false],
  ['1.200.000', 'en', 1_200_000, true],
  ['1,234.5', 'es', 1234.5, true],
  ['1.234,5', 'en', 1234.5, true],
  ['10 000', 'es', 10_000, true],
  ['0,250', 'es', 0.25, true],
  ['2,5', 'es', 2.5, true],
  ['400', 'en', 400, true],
] as const)('%s in %s is %d, sure: %s', (raw, language, value, isSure) => {
  expect(readNumber(raw, language)).toEqual({ value, isSure })
})

test('a whole number as each language writes it is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom('en-US', 'es-CL', 'pt-BR'), (value, locale) => {
      const written = new Intl.NumberFormat(locale).format(value)
      expect(readNumber(written, locale.slice(0, 2)).value).toBe(value)
    }),
  )
})

test('words of size multiply', () => {
  expect(['mil', 'million', 'millones', 'k', undefined].map(multiplierOf)).toEqual([1e3, 1e6, 1e6, 1e3, 1])
})
