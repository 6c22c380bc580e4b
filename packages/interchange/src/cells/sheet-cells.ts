import type { SheetCell } from '../workbooks/sheet-cell.ts'
import { dateCell, textCell } from './cell.ts'
import { type Column, valuesOf } from './column.ts'

const day = /^\d{4}-\d\d-\d\d$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** The cells of one row of a workbook, in the order of the columns: numbers, days and moments as such, in UTC. */
export const toSheetCells = (columns: readonly Column[], row: Readonly<Record<string, unknown>>): SheetCell[] =>
  valuesOf(columns, row).map(({ cell, value }) => {
    if (value === null) return null
    if (typeof value === 'number' || typeof value === 'boolean') return value
    const text = cell.write(value)
    if (cell === dateCell && day.test(text)) return { at: new Date(text), shows: 'day' }
    if (cell === textCell && instant.test(text)) return { at: new Date(text), shows: 'moment' }
    return text
  })
