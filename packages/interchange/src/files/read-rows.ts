import { Problem } from '@enlace/domain'

import type { FileRow } from './file-row.ts'
import { openFile, openText, unpackedLimit } from './open-text.ts'
import { peek } from './peek.ts'
import { delimiterOf, readCsv } from './read-csv.ts'
import { readWorkbook } from '../workbooks/read-workbook.ts'
import { readJsonl } from './read-jsonl.ts'

/** How a file is written. In a table, CSV or a workbook, columns are named by headings; in JSONL fields by paths. */
export type FileForm = 'table' | 'jsonl'
export type FileRows = {
  readonly form: FileForm
  readonly rows: AsyncIterable<FileRow>
  /** How much of the bytes that were taken so far is read, 0..1: a workbook is taken whole before its first row. */
  readonly share: { readonly value: number }
}

const sniffed = 65_536

/**
 * The rows of an uploaded file as they come, never more of it in memory than a piece. Whether it is a workbook, CSV or
 * JSONL is seen by how it begins, whatever it is called.
 * @param sheetLimit how many bytes the sheet of a workbook may unfold to
 * @throws Problem where it is neither; at once, or while it is read
 */
export async function readRows(bytes: AsyncIterable<Uint8Array>, sheetLimit = unpackedLimit): Promise<FileRows> {
  const { head, all } = await peek(openFile(bytes), sniffed)
  const share = { value: 1 }
  if (head[0] === 0x50 && head[1] === 0x4b) return { form: 'table', rows: readWorkbook(all, sheetLimit, share), share }
  return readText(openText(head, all))
}

async function readText(text: AsyncGenerator<string>): Promise<FileRows> {
  let begin = ''
  // The headings may be long; their end must be seen to know what parts them.
  while (!begin.includes('\n') && begin.length < 100_000) {
    const next = await text.next()
    if (next.done === true) break
    begin += next.value
  }
  const first = begin.trimStart()[0]
  if (first === undefined) throw new Problem('import.format', 'This file is empty.')
  if (first === '[') throw new Problem('import.format', 'This is one JSON list. Write one object in each line (JSONL).')
  const all = join(begin, text)
  const share = { value: 1 }
  if (first === '{') return { form: 'jsonl', rows: readJsonl(all), share }
  return { form: 'table', rows: readCsv(all, delimiterOf(begin.split('\n')[0] ?? '')), share }
}

async function* join(begin: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield begin
  yield* rest
}
