import { languageLevels, type Period } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import { country, day, language, list } from '../locale/format.ts'
import { quantity } from '../locale/quantity.ts'

/** The values a gate, criterion or gap was decided by. */
export type Detail = Readonly<Record<string, string | number>>

/** A value as text, or an empty one where it was not given. */
export const textOf = (detail: Detail, key: string): string => String(detail[key] ?? '')
export const numberOf = (detail: Detail, key: string): number => Number(detail[key] ?? 0)
export const has = (detail: Detail, key: string): boolean => detail[key] !== undefined && detail[key] !== ''

const isPeriod = (text: string | undefined): text is Period =>
  text === 'day' || text === 'week' || text === 'month' || text === 'year'

/** "400 t/year", as the rules write it, in the reader's way; anything else stays as it is. */
export function amountIn(text: string): string {
  const parts = /^(-?[\d.]+(?:e[+-]?\d+)?) (.+?)(?:\/(day|week|month|year))?$/.exec(text)
  if (parts === null) return text
  const [, value, unit = '', per] = parts
  return quantity({ value: Number(value), unit, per: isPeriod(per) ? per : null })
}

/** "CL, PE" as the names of the countries. */
export const countriesIn = (text: string): string =>
  list(
    text
      .split(', ')
      .filter((code) => code !== '')
      .map(country),
  )

const levels: Readonly<Record<(typeof languageLevels)[number], () => string>> = {
  basic: m.matches_level_basic,
  working: m.matches_level_working,
  fluent: m.matches_level_fluent,
}
const isLevel = (text: string | undefined): text is keyof typeof levels =>
  languageLevels.some((level) => level === text)

/** "es fluent, en" as the names of the languages, with the level where it was given. */
export const languagesIn = (text: string): string =>
  list(
    text
      .split(', ')
      .filter((part) => part !== '')
      .map((part) => {
        const [code = '', level] = part.split(' ')
        return isLevel(level)
          ? m.matches_language_at({ language: language(code), level: levels[level]() })
          : language(code)
      }),
  )

/** The name of a place; two capital letters are a country. */
export const placeIn = (text: string): string => (/^[A-Z]{2}$/.test(text) ? country(text) : text)

/** The days in a text, each as the reader writes it. */
export const datesIn = (text: string): string => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, day)
