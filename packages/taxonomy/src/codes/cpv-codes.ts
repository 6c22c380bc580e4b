import { significantDigits } from '@enlace/domain'
import { jsonElements, type JsonElement } from './json-array.ts'
import { tidyLabel, type CodeRow } from './official-code.ts'

const codePattern = /^(\d{8})(?:-\d)?$/

type Raw = Readonly<Record<string, unknown>>

function labelsOf(raw: Raw): Record<string, string> {
  const labels: Record<string, string> = {}
  for (const [key, value] of Object.entries(raw)) {
    if (/^[a-z]{2}$/.test(key) && typeof value === 'string' && tidyLabel(value) !== '') labels[key] = tidyLabel(value)
  }
  return labels
}

function rowOf({ row, text }: JsonElement): CodeRow {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { row, fault: 'This is not valid JSON.' }
  }
  if (typeof raw !== 'object' || raw === null) return { row, fault: 'This is not an object.' }
  const { code } = raw as Raw
  const [, digits] = typeof code === 'string' ? (codePattern.exec(code.trim()) ?? []) : []
  if (digits === undefined)
    return { row, fault: `"${String(code)}" is not a CPV code: eight digits, then a hyphen and a check digit.` }
  const labels = labelsOf(raw as Raw)
  if (Object.keys(labels).length === 0) return { row, fault: `The code ${digits} has no label in any language.` }
  const significant = significantDigits(digits)
  return {
    row,
    code: { scheme: 'CPV', code: digits, labels, parent: null, level: Math.min(significant.length - 1, 7) },
  }
}

/**
 * The CPV 2008 as a JSON array of {"code": "03111100-3", "en": …, "pt": …}, row by row. The parent is the nearest code
 * above that has been told before, since the list leaves some levels out; so the list must go from the top down.
 */
export async function* parseCpvCodes(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CodeRow> {
  const told = new Set<string>()
  for await (const element of jsonElements(chunks)) {
    const row = rowOf(element)
    if ('fault' in row) {
      yield row
      continue
    }
    told.add(row.code.code)
    yield { row: row.row, code: { ...row.code, parent: parentOf(row.code.code, told) } }
  }
}

function parentOf(code: string, told: ReadonlySet<string>): string | null {
  for (let digits = significantDigits(code).slice(0, -1); digits.length >= 2; digits = digits.slice(0, -1)) {
    const candidate = digits.padEnd(8, '0')
    if (told.has(candidate)) return candidate
  }
  return null
}
