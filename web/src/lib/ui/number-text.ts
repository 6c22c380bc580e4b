import { getLocale } from '../paraglide/runtime.js'

const separatorsOf = (locale: string): { decimal: string; group: string } => {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(12345.6)
  const find = (type: Intl.NumberFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? ''
  return { decimal: find('decimal'), group: find('group') }
}

/**
 * Reads a number as people write it in their language: 1.200,5 in Spanish, 1,200.5 in English, spaces anywhere.
 * A lone separator that cannot group thousands is taken as the decimal one. Null where it is no number.
 */
export function readNumber(text: string, locale: string = getLocale()): number | null {
  const { decimal, group } = separatorsOf(locale)
  let digits = text.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  if (digits === '') return null
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`)
  if (grouped.test(digits)) digits = digits.replaceAll(group, '')
  digits = digits.replace(/[.,]/g, (mark, at: number) =>
    at === Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(',')) ? '.' : mark,
  )
  return /^-?\d+(\.\d*)?$|^-?\.\d+$/.test(digits) ? Number(digits) : null
}

/** Writes a number into a field, so that the reader sees how it was understood. */
export const writeNumber = (value: number | null, digits = 6, locale: string = getLocale()): string =>
  value === null ? '' : new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
