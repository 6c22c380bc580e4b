import type { Quantity } from '@enlace/domain'
import { unitLabel } from '@enlace/taxonomy'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'
import { number, timespan } from './format.ts'

const spans = ['day', 'week', 'month', 'year'] as const
const powers: Readonly<Record<string, string>> = { '2': '²', '3': '³' }

/** 500 ppm, 900 m², 5 years: a number with its unit, in words where the unit is something that is counted. */
export function amount(value: number, unit: string): string {
  const span = spans.find((one) => one === unit)
  if (span !== undefined) return timespan(value, span)
  const label = unitLabel(unit, getLocale(), value).replace(/(?<=m)[23]\b/, (power) => powers[power] ?? power)
  return `${number(value)} ${label}`.trim()
}

/** 400 t a year. */
export function quantity({ value, unit, per }: Quantity): string {
  const whole = { amount: amount(value, unit) }
  if (per === 'day') return m.ui_per_day(whole)
  if (per === 'week') return m.ui_per_week(whole)
  if (per === 'month') return m.ui_per_month(whole)
  return per === 'year' ? m.ui_per_year(whole) : whole.amount
}
