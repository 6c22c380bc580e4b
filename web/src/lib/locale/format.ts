import type { LanguageSkill, Money, Place } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

/** Intl objects are slow to make and are asked for by every row of a list. */
const made = new Map<string, unknown>()
const keep = <Made>(key: string, make: (locale: string) => Made): Made => {
  const locale = getLocale()
  const full = `${locale} ${key}`
  const known = made.get(full)
  if (known !== undefined) return known as Made
  const fresh = make(locale)
  made.set(full, fresh)
  return fresh
}
const numbers = (options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  keep(`n${JSON.stringify(options)}`, (locale) => new Intl.NumberFormat(locale, options))
const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  keep(`d${JSON.stringify(options)}`, (locale) => new Intl.DateTimeFormat(locale, options))
const names = (type: Intl.DisplayNamesType): Intl.DisplayNames =>
  keep(`x${type}`, (locale) => new Intl.DisplayNames(locale, { type, fallback: 'code' }))

/** A number with the reader's separators and at most `digits` decimals. */
export const number = (value: number, digits = 2): string => numbers({ maximumFractionDigits: digits }).format(value)

/** A share 0..1 as a percentage without decimals. */
export const share = (value: number): string => numbers({ style: 'percent', maximumFractionDigits: 0 }).format(value)

/** A percentage 0..100. */
export const percent = (value: number): string => share(value / 100)

/** Kilobytes, megabytes; `bytes` counts bytes. */
export function fileSize(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte']
  return numbers({ style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
}

/** Minor units of a currency in the reader's way of writing it; whole amounts show no decimals. */
export function money({ amountMinor, currency }: Money): string {
  const options: Intl.NumberFormatOptions = { style: 'currency', currency, currencyDisplay: 'code' }
  const digits = minorDigits(currency)
  const amount = amountMinor / 10 ** digits
  return numbers(Number.isInteger(amount) ? { ...options, maximumFractionDigits: 0 } : options).format(amount)
}

/** Decimals of a currency: 2 for most, 0 for CLP or JPY. */
export const minorDigits = (currency: string): number =>
  keep(
    `c${currency}`,
    (locale) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
  )

export const kilometres = (value: number): string =>
  numbers({ style: 'unit', unit: 'kilometer', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)

/** 3 weeks, 5 years. */
export const timespan = (
  value: number,
  unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year',
): string => numbers({ style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 2 }).format(value)
export const days = (value: number): string => timespan(Math.round(value), 'day')

/** A calendar day (yyyy-mm-dd), the same everywhere on earth. */
export const day = (date: string): string => {
  const at = new Date(`${date}T00:00:00Z`)
  const sameYear = at.getUTCFullYear() === new Date().getUTCFullYear()
  return dates({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }), timeZone: 'UTC' }).format(at)
}

/** An instant in the reader's zone, or in `timeZone` (IANA name). */
export const moment = (instant: string, timeZone?: string): string =>
  dates({ dateStyle: 'medium', timeStyle: 'short', ...(timeZone === undefined ? {} : { timeZone }) }).format(
    new Date(instant),
  )

/** The time of day of an instant in a zone (IANA name). */
export const timeIn = (instant: string, timeZone: string): string =>
  dates({ timeStyle: 'short', timeZone }).format(new Date(instant))
/** Its day there, with the year where that is not this one. */
export const dayIn = (instant: string, timeZone: string): string => {
  const thisYear = new Date(instant).getFullYear() === new Date().getFullYear()
  const year = thisYear ? {} : ({ year: 'numeric' } as const)
  return dates({ weekday: 'short', day: 'numeric', month: 'short', ...year, timeZone }).format(new Date(instant))
}

/** An instant to the millisecond with the zone it is told in, where a moment decides. */
export const instantOf = (instant: string): string =>
  dates({
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    timeZoneName: 'short',
  }).format(new Date(instant))

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** "12 minutes ago" at `now` (milliseconds since 1970); under half a minute it is just now. */
export function ago(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000
  if (Math.abs(seconds) < 30) return m.ui_just_now()
  const [unit, size] = steps.find(([, step]) => Math.abs(seconds) >= step) ?? ['minute', 60]
  return keep('r', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(
    Math.round(seconds / size),
    unit,
  )
}

/** A country's name from its two letters. */
export const country = (code: string): string => names('region').of(code) ?? code
export const currencyName = (code: string): string => names('currency').of(code) ?? code
/** A language's name from its two letters. */
export const language = (code: string): string => names('language').of(code) ?? code
export const languageList = (skills: readonly LanguageSkill[]): string =>
  list(skills.map((skill) => language(skill.language)))

/** a, b and c. */
export const list = (parts: readonly string[]): string =>
  keep('l', (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })).format(parts)

/** Locality or region, then country. */
export const placeName = (place: Pick<Place, 'country' | 'region'> & { readonly locality?: string | null }): string =>
  [place.locality ?? place.region, country(place.country)].filter((part) => part !== null).join(', ')
