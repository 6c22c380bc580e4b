import { cellXml, styles } from './cell-xml.ts'
import { columnName } from './column-name.ts'
import type { Sheet, SheetCell, SheetRows } from './sheet-cell.ts'
import { spreadsheetNamespace, xmlHead } from './workbook-xml.ts'

const rowsMost = 1_048_576
const beyond = 'There are more rows than a sheet holds. CSV has all of them.'
const widths = { least: 10, most: 60, beside: 2, moment: 17 } as const

const lengthOf = (cell: SheetCell): number => {
  if (cell !== null && typeof cell === 'object') return widths.moment
  return String(cell ?? '')
    .split('\n')
    .reduce((most, line) => Math.max(most, line.length), 0)
}

/** As wide as what the first rows say, within reason. */
function columnsXml(headings: readonly string[], rows: SheetRows): string {
  const columns = headings.map((heading, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[at] ?? null)), heading.length)
    const width = Math.min(Math.max(longest + widths.beside, widths.least), widths.most)
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
  })
  return `<cols>${columns.join('')}</cols>`
}

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

/** The sheet as SpreadsheetML, written while its rows come; the headings stay in sight. */
export async function* sheetXml({ headings, wraps = false, batches }: Sheet): AsyncGenerator<string> {
  const names = headings.map((_, at) => columnName(at + 1))
  const rowXml = (row: number, cells: readonly SheetCell[], style?: number): string =>
    `<row r="${row}">${cells.map((cell, at) => cellXml(`${names[at] ?? ''}${row}`, cell, style)).join('')}</row>`
  let row = 1
  const begin = (first: SheetRows): string =>
    `${xmlHead}<worksheet ${spreadsheetNamespace}>${frozen}${columnsXml(headings, first)}<sheetData>` +
    rowXml(1, headings, styles.heading)
  for await (const rows of batches) {
    const before = row === 1 ? begin(rows) : ''
    const fit = rows.slice(0, rowsMost - 1 - row)
    yield before + fit.map((cells) => rowXml((row += 1), cells, wraps ? styles.wrapped : styles.plain)).join('')
    if (fit.length === rows.length) continue
    yield rowXml(row + 1, [beyond])
    break
  }
  yield `${row === 1 ? begin([]) : ''}</sheetData></worksheet>`
}
