import { describe, expect, it } from 'vitest'
import { readNumber, writeNumber } from './number-text.ts'

describe('readNumber', () => {
  it.each([
    ['1,200.5', 'en', 1200.5],
    ['1.200,5', 'es', 1200.5],
    ['1.200', 'es', 1200],
    ['1.200', 'en', 1.2],
    ['1,200', 'en', 1200],
    ['1,5', 'en', 1.5],
    ['1.5', 'es', 1.5],
    ['12 000', 'es', 12000],
    ['12\u00a0000,25', 'es', 12000.25],
    ['-4', 'en', -4],
    ['.5', 'en', 0.5],
  ])('%s in %s is %d', (text, locale, value) => {
    expect(readNumber(text, locale)).toBe(value)
  })

  it.each(['', '  ', 'ten', '1.2.3', '1,2,3', '4 t', '--4', '1e5'])('%j is no number', (text) => {
    expect(readNumber(text, 'en')).toBeNull()
  })

  it.each([0, 1, 1234.5, 98765.4321, 1_000_000])('reads back %d as it was written in both languages', (value) => {
    expect(['en', 'es'].map((locale) => readNumber(writeNumber(value, 6, locale), locale))).toEqual([value, value])
  })
})
