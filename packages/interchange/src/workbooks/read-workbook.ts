import { workbookProblem } from '@enlace/domain'

import type { FileRow } from '../files/file-row.ts'
import { cellLimit, cutMark } from './cell-limit.ts'
import { faultAt } from './cell-fault.ts'
import { columnName } from './column-name.ts'
import { openZip, type Zip } from './open-zip.ts'
import { readSheet, type SheetRow } from './read-sheet.ts'
import { readSharedStrings } from './shared-strings.ts'
import { spool } from './spool.ts'
import { findParts } from './workbook-parts.ts'

/** How far a workbook is read, 0..1, by what its sheet unfolds to. */
export type Share = { value: number }

/**
 * The rows of a workbook's first sheet with content, by the headings in its row 1; numbered as a spreadsheet shows
 * them. The file lies on disk meanwhile; in memory are the texts that its cells share, and a piece of the sheet.
 * @param unpackedLimit how many bytes a sheet may unfold to
 * @throws Problem where it is no workbook, while it is read
 */
export async function* readWorkbook(
  bytes: AsyncIterable<Uint8Array>,
  unpackedLimit: number,
  share: Share,
): AsyncGenerator<FileRow> {
  const handle = await spool(bytes)
  try {
    share.value = 0
    let headings: ReadonlyMap<number, string> | null = null
    for await (const row of rowsOf(await openZip(handle), unpackedLimit, share)) {
      if (headings !== null) yield toRow(row, headings)
      else headings = headingsOf(row)
    }
    if (headings === null) throw workbookProblem('workbook.headings')
    share.value = 1
  } finally {
    await handle.close()
  }
}

/** The rows of the first sheet with content. */
async function* rowsOf(zip: Zip, unpackedLimit: number, share: Share): AsyncGenerator<SheetRow> {
  const { sheets, sharedStrings, ...words } = await findParts(zip)
  const strings = sharedStrings === null ? [] : await readSharedStrings(zip, sharedStrings)
  for (const sheet of sheets) {
    let found = false
    const text = counted(zip.read(sheet, unpackedLimit), zip.sizeOf(sheet) ?? 1, share)
    for await (const row of readSheet(text, { ...words, strings })) {
      found = true
      yield row
    }
    if (found) return
  }
}

async function* counted(text: AsyncIterable<string>, size: number, share: Share): AsyncGenerator<string> {
  let read = 0
  for await (const piece of text) {
    read += piece.length
    share.value = Math.min(1, read / size)
    yield piece
  }
}

function headingsOf({ row, cells, fault }: SheetRow): ReadonlyMap<number, string> {
  if (row !== 1 || fault !== null) throw workbookProblem('workbook.headings')
  return new Map([...cells].map(([column, text]) => [column, text.trim()]))
}

function toRow({ row, cells, fault }: SheetRow, headings: ReadonlyMap<number, string>): FileRow {
  const wrong = fault ?? wrongCell(cells, headings)
  if (wrong !== null) {
    const { column, code } = wrong
    return { row, fault: faultAt(headings.get(column) ?? columnName(column), code) }
  }
  return { row, value: Object.fromEntries([...headings].map(([column, name]) => [name, cells.get(column) ?? ''])) }
}

function wrongCell(cells: SheetRow['cells'], headings: ReadonlyMap<number, string>): SheetRow['fault'] {
  for (const [column, text] of cells) {
    if (!headings.has(column)) return { column, code: 'cell-unheaded' }
    if (text.length === cellLimit && text.endsWith(cutMark)) return { column, code: 'cell-cut' }
  }
  return null
}
