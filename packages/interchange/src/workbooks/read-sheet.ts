import { workbookProblem } from '@enlace/domain'

import { rowLimit } from '../files/file-row.ts'
import type { CellFault } from './cell-fault.ts'
import { cellText, type CellWords } from './cell-text.ts'
import { columnOf } from './column-name.ts'
import { parseXml, type XmlReader } from './parse-xml.ts'

/** A row of a sheet: its cells by the number of their column, from 1, those that say something; or what is wrong. */
export type SheetRow = {
  readonly row: number
  readonly cells: ReadonlyMap<number, string>
  readonly fault: { readonly column: number; readonly code: CellFault } | null
}

const rowsMost = 1_048_576
const columnsMost = 16_384

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
  #fault: SheetRow['fault'] = null
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
    if ('fault' in said) this.#fault ??= { column: this.#column, code: said.fault }
    else if (said.text.trim() !== '') {
      if (this.#cell.type === 's') this.#length += said.text.length
      this.#cells.set(this.#column, said.text)
    }
    if (this.#length > rowLimit) {
      this.#fault = { column: this.#column, code: 'row-long' }
      this.#cells.clear()
    }
  }
}

/** The rows of a sheet that say something, as they come. */
export async function* readSheet(text: AsyncIterable<string>, words: CellWords): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(words)
  for await (const _ of parseXml(text, reader)) yield* reader.take()
}
