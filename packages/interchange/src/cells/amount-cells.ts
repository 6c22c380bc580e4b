import type { Money, Place, Quantity } from '@enlace/domain'

import { type Cell, numberCell, structured } from './cell.ts'

/** How many decimals a currency's minor unit has; 2 where the runtime does not know the currency. */
function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** An amount as in "1200000 CLP" or, with its year, "50000.50 EUR 2025". */
export const moneyCell: Cell = structured({
  read: (text) => {
    const [, amount = '', currency = '', year] = /^(.+?)\s*([A-Za-z]{3})(?:\s+(\d{4}))?$/.exec(text) ?? []
    const value = numberCell.read(amount)
    if (typeof value !== 'number') return text
    const money = {
      amountMinor: Math.round(value * 10 ** digitsOf(currency.toUpperCase())),
      currency: currency.toUpperCase(),
    }
    return year === undefined ? money : { ...money, year: Number(year) }
  },
  write: ({ amountMinor, currency, year }: Money & { readonly year?: number }) => {
    const digits = digitsOf(currency)
    return `${(amountMinor / 10 ** digits).toFixed(digits)} ${currency}${year === undefined ? '' : ` ${year}`}`
  },
})

/** An amount of something as in "400 t/year". */
export const quantityCell: Cell = structured({
  read: (text) => {
    const [, amount = '', unit = '', per = null] =
      /^([\d.,]+)\s*(.+?)(?:\s*\/\s*(day|week|month|year|once))?$/i.exec(text) ?? []
    const value = numberCell.read(amount)
    return typeof value === 'number' ? { value, unit, per: per === null ? null : per.toLowerCase() } : text
  },
  write: ({ value, unit, per }: Quantity) => `${value} ${unit}${per === null ? '' : `/${per}`}`,
})

/** A place from near to far, as in "Calama, Antofagasta, CL"; the country is a code of two letters. */
export const placeCell: Cell = structured({
  read: (text) => {
    const parts = text.split(',').map((part) => part.trim())
    const country = parts.pop()?.toUpperCase()
    const [region = null, locality = null] = parts.toReversed()
    return parts.length > 2 ? text : { country, region, locality, latitude: null, longitude: null }
  },
  write: ({ country, region, locality }: Place) =>
    [locality, region, country].filter((part) => part !== null).join(', '),
})
