import { workbookProblem } from '@enlace/domain'

import { rowLimit } from '../files/file-row.ts'
import { cellText, type CellWords } from './cell-text.ts'
import { parseXml, type XmlReader } from './parse-xml.ts'

/** A row of a sheet: its cells by the number of their column, from 1, those that say something; or what is wrong. */
export type SheetRow = {
  readonly row: number
  readonly cells: ReadonlyMap<number, string>
  readonly fault: string | null
}

const rowsMost = 1_048_576
const columnsMost = 16_384

/** A column's letters, as in AB for 28. */
export const columnName = (column: number): string =>
  column === 0 ? '' : columnName(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

const columnOf = (reference: string): number =>
  /^[A-Z]{1,3}/
    .exec(reference)?.[0]
    .split('')
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) ?? 0

/** A number that goes up, or is one more than the last where it is not told. */
function next(last: number, told: number | null, most: number): number {
  const number = told ?? last + 1
  if (!Number.isInteger(number) || number <= last || number > most) throw workbookProblem('workbook.damaged')
  return number
}

/** Reads a sheet's elements into rows. */
class SheetReader implements XmlReader {
  readonly #words: CellWords
  #ready: SheetRow[] = []
  #row = 0
  #column = 0
  #cells = new Map<number, string>()
  #fault: string | null = null
  #length = 0
  #cell = { type: 'n', style: 0, value: null as string | null, formula: false }
  #taking = false
  #spoken = false
  constructor(words: CellWords) {
    this.#words = words
  }

  /** The rows that were read since they were last taken. */
  take(): readonly SheetRow[] {
    const ready = this.#ready
    this.#ready = []
    return ready
  }

  open = (element: string, attributes: Readonly<Record<string, string>>): void => {
    if (element === 'row') {
      this.#row = next(this.#row, attributes['r'] === undefined ? null : Number(attributes['r']), rowsMost)
      this.#column = 0
      this.#length = 0
      this.#fault = null
      this.#cells = new Map()
    } else if (element === 'c') {
      const { r, t = 'n', s = '0' } = attributes
      this.#column = next(this.#column, r === undefined ? null : columnOf(r), columnsMost)
      this.#cell = { type: t, style: Number(s), value: null, formula: false }
    } else if (element === 'f') this.#cell.formula = true
    else if (element === 'rPh') this.#spoken = true
    else if (element === 'v' || (element === 't' && !this.#spoken)) {
      this.#taking = true
      this.#cell.value ??= ''
    }
  }

  text = (text: string): void => {
    if (!this.#taking) return
    this.#length += text.length
    if (this.#length <= rowLimit) this.#cell.value += text
  }

  close = (element: string): void => {
    if (element === 'v' || element === 't') this.#taking = false
    else if (element === 'rPh') this.#spoken = false
    else if (element === 'c') this.#endCell()
    else if (element === 'row' && (this.#cells.size > 0 || this.#fault !== null))
      this.#ready.push({ row: this.#row, cells: this.#cells, fault: this.#fault })
  }

  #endCell(): void {
    const said = cellText(this.#cell, this.#words)
    if ('fault' in said) this.#fault ??= faultText(columnName(this.#column), said.fault)
    else if (said.text.trim() !== '') {
      if (this.#cell.type === 's') this.#length += said.text.length
      this.#cells.set(this.#column, said.text)
    }
    if (this.#length > rowLimit) {
      this.#fault = 'This row is longer than a million characters.'
      this.#cells.clear()
    }
  }
}

const faultText = (column: string, fault: string): string =>
  fault === 'uncounted'
    ? `The formula in column ${column} was never worked out. Open the file in a spreadsheet, save it and give it again.`
    : `Column ${column} holds the error ${fault}. Mend its formula, or empty the cell.`

/** The rows of a sheet that say something, as they come. */
export async function* readSheet(text: AsyncIterable<string>, words: CellWords): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(words)
  for await (const _ of parseXml(text, reader)) yield* reader.take()
}
