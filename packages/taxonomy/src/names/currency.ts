import type { Money } from '@enlace/domain'

const digits = new Map<string, number>()

/** How many decimals a currency's minor unit has (0 for CLP, 2 for EUR), from the runtime's own tables. */
export function currencyDigits(currency: string): number {
  let known = digits.get(currency)
  if (known === undefined) {
    known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    digits.set(currency, known)
  }
  return known
}

/** An amount in major units as money in integer minor units, rounded half up. */
export const moneyOf = (amount: number, currency: string): Money => ({
  amountMinor: Math.round(amount * 10 ** currencyDigits(currency)),
  currency,
})

const homeCurrencies: Readonly<Record<string, string>> = {
  AR: 'ARS',
  AU: 'AUD',
  BO: 'BOB',
  BR: 'BRL',
  CA: 'CAD',
  CL: 'CLP',
  CN: 'CNY',
  CO: 'COP',
  CR: 'CRC',
  EC: 'USD',
  GB: 'GBP',
  GT: 'GTQ',
  ID: 'IDR',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  MY: 'MYR',
  PA: 'USD',
  PE: 'PEN',
  PH: 'PHP',
  PY: 'PYG',
  SG: 'SGD',
  SV: 'USD',
  TH: 'THB',
  US: 'USD',
  UY: 'UYU',
  VN: 'VND',
  ZA: 'ZAR',
  DE: 'EUR',
  ES: 'EUR',
  FR: 'EUR',
  IE: 'EUR',
  IT: 'EUR',
  NL: 'EUR',
  PT: 'EUR',
}

/** The money a country pays with, or null where we do not list it. */
export const homeCurrency = (country: string): string | null => homeCurrencies[country] ?? null
