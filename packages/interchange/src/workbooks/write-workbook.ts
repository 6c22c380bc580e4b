import { PassThrough, Readable } from 'node:stream'

import { ZipFile } from 'yazl'

import type { Sheet } from './sheet-cell.ts'
import { sheetXml } from './sheet-xml.ts'
import { workbookParts } from './workbook-xml.ts'

/** The same rows are the same bytes, whenever they are written. */
const options = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }

/** A workbook of these sheets, packed and sent on while their rows are read. */
export function writeWorkbook(sheets: readonly Sheet[]): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  // What is sent to nobody any more is not read on.
  const gone = new AbortController()
  output.on('close', () => gone.abort())
  zip.on('error', (error: Error) => output.destroy(error))
  for (const [name, text] of Object.entries(workbookParts(sheets.map((sheet) => sheet.name))))
    zip.addBuffer(Buffer.from(text), name, options)
  for (const [at, sheet] of sheets.entries())
    zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, options, (take) => {
      const text = Readable.from(sheetXml(sheet), { objectMode: false })
      gone.signal.addEventListener('abort', () => text.destroy())
      take(null, text)
    })
  zip.end()
  zip.outputStream.pipe(output)
  return output
}
