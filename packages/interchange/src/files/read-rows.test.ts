import { gzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { Problem } from '@enlace/domain'

import { readRows } from './read-rows.ts'

/** A file in pieces of a few bytes, so that everything is cut somewhere. */
async function* pieces(bytes: Uint8Array, size = bytes.length > 100_000 ? 4096 : 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function rowsOf(bytes: string | Uint8Array): Promise<unknown[]> {
  const { rows } = await readRows(pieces(Buffer.from(bytes)))
  const all: unknown[] = []
  for await (const row of rows) all.push('value' in row ? [row.row, row.value] : [row.row, row.fault.message])
  return all
}
const refusal = (bytes: string | Uint8Array): Promise<string> =>
  rowsOf(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )

describe('a file of rows', () => {
  it('in JSONL is read line by line, a broken line being told by its number', async () => {
    expect(await rowsOf('{"a":1}\n\n{"a":\n[2]\n{"a":3}')).toEqual([
      [1, { a: 1 }],
      [3, 'This line is not valid JSON.'],
      [4, 'Write one JSON object in each line.'],
      [5, { a: 3 }],
    ])
  })

  it('in CSV is read by its headings, rows counted as a spreadsheet counts them', async () => {
    expect(await rowsOf('name,about\nA,"one\ntwo"\n\nB,"say ""hi"""\n')).toEqual([
      [2, { name: 'A', about: 'one\ntwo' }],
      [4, { name: 'B', about: 'say "hi"' }],
    ])
  })

  it.each([
    [';', 'name;about\nA;b,c\n'],
    ['\t', 'name\tabout\nA\tb,c\n'],
  ])('in CSV may part its cells by %j', async (_, text) => {
    expect(await rowsOf(text)).toEqual([[2, { name: 'A', about: 'b,c' }]])
  })

  it('in CSV goes on after a row that cannot be read, and tells which it was', async () => {
    expect(await rowsOf('a,b\n1,2\nx"y,3\n4,5\n6,7,8\n9,10\n')).toEqual([
      [2, { a: '1', b: '2' }],
      [3, 'A quotation mark stands where none may be; write it twice inside a quoted cell.'],
      [4, { a: '4', b: '5' }],
      [5, 'This row has more cells than there are headings; put cells with commas in quotation marks.'],
      [6, { a: '9', b: '10' }],
    ])
  })

  it('tells of a quotation mark that is never closed', async () => {
    expect(await rowsOf('a,b\n1,2\n"3,4\n5,6\n')).toEqual([
      [2, { a: '1', b: '2' }],
      [3, 'A quotation mark is never closed.'],
    ])
  })

  it.each([
    ['packed with gzip', gzipSync('n\nMuñoz\n')],
    ['in UTF-8 with a mark', Buffer.from('\ufeffn\nMuñoz\n')],
    ['in UTF-16', Buffer.from('\ufeffn\nMuñoz\n', 'utf16le')],
    ['in Windows-1252', Buffer.from('n\nMuñoz\n', 'latin1')],
  ])('%s is read as what it says', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([[2, { n: 'Muñoz' }]])
  })

  it.each([
    ['that lies about its type', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'file.lies'],
    ['that only begins like a workbook', Buffer.from('PK\u0003\u0004 and more'), 'workbook.damaged'],
    ['that is one JSON list', '[{"a":1}]', 'import.format'],
    ['that is empty', '', 'import.format'],
    ['that was packed and cut off', gzipSync('n\n'.repeat(5000)).subarray(0, 30), 'import.format'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code)
  })

  it('with a line that never ends holds no more of it than a million characters', async () => {
    expect(await rowsOf(`{"a":1}\n${'x'.repeat(3_000_000)}\n{"a":2}`)).toEqual([
      [1, { a: 1 }],
      [2, 'This line is longer than a million characters.'],
      [3, { a: 2 }],
    ])
  })
})
