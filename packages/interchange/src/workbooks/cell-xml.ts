import { safeCell } from '../cells/safe-cell.ts'
import { cellLimit, cutMark } from './cell-limit.ts'
import type { SheetCell } from './sheet-cell.ts'
import { toSerial } from './serial-date.ts'

/** Styles of cells by their place in `stylesXml`. */
export const styles = { plain: 0, heading: 1, day: 2, moment: 3, quoted: 4, wrapped: 5 } as const

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const asCode = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text as XML and a workbook write it: characters that XML forbids, and what looks like them, by their codes. */
export const xmlText = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, asCode)
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, asCode)
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character)

const cut = (text: string): string => (text.length > cellLimit ? `${text.slice(0, cellLimit - 1)}${cutMark}` : text)

/** The first day that both systems of counting agree on. */
const firstSerial = 61

/** A cell as SpreadsheetML. A text is a text whatever it looks like, and stays one when somebody edits it. */
export function cellXml(reference: string, cell: SheetCell, style: number = styles.plain): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${reference}"><v>${cell}</v></c>` : cellXml(reference, String(cell))
  if (typeof cell === 'object') {
    const serial = toSerial(cell.at)
    if (serial < firstSerial) return cellXml(reference, cell.at.toISOString())
    return `<c r="${reference}" s="${styles[cell.shows]}"><v>${serial}</v></c>`
  }
  const look = style === styles.plain && safeCell(cell) !== cell ? styles.quoted : style
  return `<c r="${reference}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cut(cell))}</t></is></c>`
}
