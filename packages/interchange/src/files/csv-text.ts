import { stringify } from 'csv-stringify/sync'

import { safeCell } from '../cells/safe-cell.ts'

/** Tells spreadsheets that the text is UTF-8; it stands before the headings. */
export const csvBegin = '\ufeff'

/** Rows as CSV lines (RFC 4180), with no cell that a spreadsheet would run as a formula. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(safeCell)),
    { record_delimiter: 'windows' },
  )
