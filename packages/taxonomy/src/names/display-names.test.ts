import { expect, test } from 'vitest'
import { currencyDigits, moneyOf } from './currency.ts'
import { countries, countryName, currencies, currencyName, languageName, languages } from './display-names.ts'

test('countries, languages and currencies have names in both languages', () => {
  expect(countries('es')).toHaveLength(249)
  for (const locale of ['en', 'es']) {
    for (const { code, name } of [...countries(locale), ...languages(locale)])
      expect([code, name !== code && name.length > 2]).toEqual([code, true])
  }
  expect(currencies('en').length).toBeGreaterThan(100)
})

test('names are the reader’s and stand in the reader’s alphabet', () => {
  expect([countryName('PE', 'es'), languageName('pt', 'en'), currencyName('CLP', 'es')]).toEqual([
    'Perú',
    'Portuguese',
    'peso chileno',
  ])
  const names = countries('es').map(({ name }) => name)
  expect(names.indexOf('Ucrania')).toBeGreaterThan(names.indexOf('Túnez'))
})

test('a code that is none is shown as it is', () => {
  expect([countryName('nowhere', 'en'), currencyName('!', 'en')]).toEqual(['nowhere', '!'])
})

test('minor units follow the currency', () => {
  expect([currencyDigits('CLP'), currencyDigits('EUR'), moneyOf(1_250_000, 'CLP'), moneyOf(19.99, 'USD')]).toEqual([
    0,
    2,
    { amountMinor: 1_250_000, currency: 'CLP' },
    { amountMinor: 1999, currency: 'USD' },
  ])
})
