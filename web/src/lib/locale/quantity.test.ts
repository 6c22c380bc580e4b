import { expect, it } from 'vitest'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { amount, quantity } from './quantity.ts'

it.each([
  ['en', 1, 'trip', '1 trip'],
  ['en', 1800, 'trip', '1,800 trips'],
  ['es', 1800, 'trip', '1800 viajes'],
  ['es', 1, 'pcs', '1 unidad'],
  ['en', 500, 'ppm', '500 ppm'],
  ['en', 1400, 'm2', '1,400 m²'],
  ['en', 12, 'm3/h', '12 m³/h'],
  ['en', 5, 'year', '5 years'],
  ['es', 14, 'day', '14 días'],
  ['en', 0.5, 'week', '0.5 weeks'],
  ['en', 3, 'smm2t', '3 smm2t'],
  ['en', 62, '', '62'],
] as const)('writes in %s the amount %d %s as %s', (locale, value, unit, words) => {
  overwriteGetLocale(() => locale)
  expect(amount(value, unit)).toBe(words)
})

it('says how often an amount comes', () => {
  overwriteGetLocale(() => 'es')
  expect(quantity({ value: 400, unit: 't', per: 'year' })).toBe('400 t al año')
  expect(quantity({ value: 1, unit: 'pcs', per: null })).toBe('1 unidad')
})
