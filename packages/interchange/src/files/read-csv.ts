import { pipeline, Readable } from 'node:stream'

import { CsvError, parse } from 'csv-parse'

import { Problem } from '@enlace/domain'

import { type FileRow, rowLimit, unreadable } from './file-row.ts'

/** The character most headings are parted by. */
export function delimiterOf(heading: string): string {
  const count = (mark: string): number => heading.split(mark).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/**
 * The rows of a CSV text by its headings. `row` counts as a spreadsheet does: the headings are row 1. A row that cannot
 * be read is told and passed over.
 */
export async function* readCsv(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<FileRow> {
  const skipped: { after: number; message: string }[] = []
  let parsed = 0
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: rowLimit,
    skip_records_with_error: true,
    on_record: (record: string[]) => {
      parsed += 1
      return record
    },
    on_skip: (error: unknown) => {
      skipped.push({ after: parsed, message: wordsOf(error) })
      return undefined
    },
  })
  let headings: readonly string[] | null = null
  let row = 0
  let read = 0
  const tellSkipped = function* (): Generator<FileRow> {
    while (skipped[0] !== undefined && skipped[0].after <= read) {
      row += 1
      yield unreadable(row, skipped.shift()?.message ?? '')
    }
  }
  const records = pipeline(Readable.from(text), parser, () => undefined) as AsyncIterable<string[]>
  for await (const record of records) {
    yield* tellSkipped()
    row += 1
    read += 1
    if (headings === null) headings = record.map((heading) => heading.trim())
    else if (record.some((cell) => cell.trim() !== '')) yield toRow(row, headings, record)
  }
  read = parsed
  yield* tellSkipped()
  if (headings === null) throw new Problem('import.format', 'This file is empty.')
}

function toRow(row: number, headings: readonly string[], record: readonly string[]): FileRow {
  const beyond = record.slice(headings.length).some((cell) => cell.trim() !== '')
  if (beyond)
    return unreadable(row, 'This row has more cells than there are headings; put cells with commas in quotation marks.')
  return { row, value: Object.fromEntries(headings.map((heading, index) => [heading, record[index] ?? ''])) }
}

function wordsOf(error: unknown): string {
  const code = error instanceof CsvError ? error.code : ''
  if (code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is never closed.'
  return 'A quotation mark stands where none may be; write it twice inside a quoted cell.'
}
