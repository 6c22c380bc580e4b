import { buffer } from 'node:stream/consumers'

import { ZipFile } from 'yazl'

/** A zip archive of these texts. */
export async function zipOf(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return buffer(zip.outputStream)
}

type Sheet = string | { readonly data: string; readonly state?: string }
type Parts = {
  readonly sheets: readonly Sheet[]
  readonly strings?: string
  readonly formats?: readonly string[]
  readonly properties?: string
  readonly more?: Readonly<Record<string, string>>
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`
const relations = (inner: string): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

/** A workbook from the rows of its sheets as SpreadsheetML; style n+1 of its cells has the n-th format. */
export function rawWorkbook({ sheets, strings, formats = [], properties = '', more = {} }: Parts): Promise<Buffer> {
  const parts = sheets.map((sheet) => (typeof sheet === 'string' ? { data: sheet } : sheet))
  const tab = ({ state }: { state?: string }, at: number): string =>
    `<sheet name="S${at}" sheetId="${at + 1}" r:id="r${at}"${state === undefined ? '' : ` state="${state}"`}/>`
  return zipOf({
    '_rels/.rels': relations(relation('b', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${types}"><workbookPr ${properties}/><sheets>${parts.map(tab).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      parts.map((_, at) => relation(`r${at}`, 'worksheet', `worksheets/sheet${at}.xml`)).join('') +
        relation('s', 'styles', 'styles.xml') +
        (strings === undefined ? '' : relation('t', 'sharedStrings', '/xl/sharedStrings.xml')),
    ),
    'xl/styles.xml': `${head}<styleSheet ${main}><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `${head}<sst ${main}>${strings}</sst>` }),
    ...Object.fromEntries(
      parts.map(({ data }, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `${head}<worksheet ${main}><sheetData>${data}</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells></worksheet>`,
      ]),
    ),
    ...more,
  })
}
