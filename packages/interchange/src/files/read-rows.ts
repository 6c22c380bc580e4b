import { Problem } from '@enlace/domain'

import type { FileRow } from './file-row.ts'
import { openText } from './open-text.ts'
import { delimiterOf, readCsv } from './read-csv.ts'
import { readJsonl } from './read-jsonl.ts'

/** How a file is written. In a CSV file columns are named by headings, in JSONL fields by paths. */
export type FileForm = 'csv' | 'jsonl'

/**
 * The rows of an uploaded file as they come, never more of it in memory than a piece. Whether it is CSV or JSONL is
 * seen by how it begins, whatever it is called.
 * @throws Problem where it is neither; at once, or while it is read
 */
export async function readRows(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly form: FileForm; readonly rows: AsyncIterable<FileRow> }> {
  const text = openText(bytes)
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
  if (first === '{') return { form: 'jsonl', rows: readJsonl(all) }
  return { form: 'csv', rows: readCsv(all, delimiterOf(begin.split('\n')[0] ?? '')) }
}

async function* join(begin: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield begin
  yield* rest
}
