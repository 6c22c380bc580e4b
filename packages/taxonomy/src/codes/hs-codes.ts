import { tidyLabel, type CodeRow } from './official-code.ts'

/** A record of a CSV file by the names of its first line, and the line it begins on. */
export type HsRecord = { readonly row: number; readonly fields: Readonly<Record<string, string>> }

const codePattern = /^(?:\d{2}|\d{4}|\d{6})$/
const levels: Readonly<Record<number, number>> = { 2: 1, 4: 2, 6: 3 }

function rowOf({ row, fields }: HsRecord): CodeRow {
  const code = (fields['hscode'] ?? '').trim()
  const told = tidyLabel(fields['description'] ?? '')
  const parent = (fields['parent'] ?? '').trim()
  const level = levels[code.length]
  if (!codePattern.test(code) || level === undefined)
    return { row, fault: `"${code}" is not an HS code: two, four or six digits.` }
  if (told === '') return { row, fault: `The code ${code} has no description.` }
  if (level > 1 && !code.startsWith(parent)) return { row, fault: `The code ${code} cannot lie below "${parent}".` }
  return { row, code: { scheme: 'HS', code, labels: { en: told }, parent: level === 1 ? null : parent, level } }
}

/** The Harmonised System as records of hscode, description, parent; the line for all goods together is passed over. */
export async function* parseHsCodes(records: AsyncIterable<HsRecord> | Iterable<HsRecord>): AsyncGenerator<CodeRow> {
  for await (const record of records) if (record.fields['hscode'] !== 'TOTAL') yield rowOf(record)
}
