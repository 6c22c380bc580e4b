import type { CategoryCode, LanguageSkill } from '@enlace/domain'

import { type Cell, structured } from './cell.ts'

const parts = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Codes parted by blanks, commas or bars, as in "CL PE". */
export const codesCell: Cell = structured({
  read: (text) => parts(text, /[\s,;|]+/),
  write: (codes: readonly string[]) => codes.join(' '),
})

/** Category codes as in "CPV 39154000; NACE 10.1"; a bare number of eight digits is CPV. */
export const categoriesCell: Cell = structured({
  read: (text) =>
    parts(text, /[,;|\n]/).map((part) => {
      const [, scheme = 'CPV', code = part] = /^([A-Za-z]+)[\s:-]+(\S+)$/.exec(part) ?? []
      return { scheme: scheme.toUpperCase(), code: scheme.toUpperCase() === 'CPV' ? code.replace(/-\d$/, '') : code }
    }),
  write: (codes: readonly CategoryCode[]) => codes.map(({ scheme, code }) => `${scheme} ${code}`).join('; '),
})

/** Languages with their level, as in "es fluent; en basic"; without one it is a working level. */
export const languagesCell: Cell = structured({
  read: (text) =>
    parts(text, /[,;|]/).map((part) => {
      const [language = '', level = 'working'] = part.toLowerCase().split(/[\s:()]+/)
      return { language, level }
    }),
  write: (skills: readonly LanguageSkill[]) => skills.map(({ language, level }) => `${language} ${level}`).join('; '),
})

/**
 * Entries of which the text alone is written, parted by bars or lines, as in "Welding | Steel tanks".
 * @param field the entry's field that the text is
 * @param blank what an entry says that says nothing else
 */
export const entriesCell = (field: string, blank: Readonly<Record<string, unknown>>): Cell =>
  structured({
    read: (text) => parts(text, /[|\n]/).map((part) => ({ ...blank, [field]: part })),
    write: (entries: readonly Readonly<Record<string, unknown>>[]) =>
      entries.map((entry) => String(entry[field])).join(' | '),
  })
