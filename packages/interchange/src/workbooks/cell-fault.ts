import type { FieldFault } from '@enlace/domain'

/** What keeps a row of a workbook from being read. */
export const cellFaults = {
  'cell-error': 'This cell holds an error. Mend its formula, or empty it.',
  'cell-uncounted': 'This formula was never worked out. Open the file in a spreadsheet, save it and give it again.',
  'cell-unheaded': 'This column has no heading in row 1. Give it one, or empty this cell.',
  'cell-cut': 'This text was cut off when the workbook was written. Take CSV instead.',
  'row-long': 'This row is longer than a million characters.',
} as const
export type CellFault = keyof typeof cellFaults

/** A fault by the heading of its column, or its letters where it has none. */
export const faultAt = (column: string, code: CellFault): FieldFault => ({
  path: column,
  code,
  message: cellFaults[code],
})
