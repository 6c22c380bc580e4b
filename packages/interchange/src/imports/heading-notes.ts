import { Problem, type FieldFault, type ImportKind } from '@enlace/domain'

import { byHeading, fromCells } from '../cells/column.ts'
import { needColumns } from '../needs/need-columns.ts'
import { supplierColumns } from '../suppliers/supplier-columns.ts'

const known = { suppliers: byHeading(supplierColumns), needs: byHeading(needColumns) }

/**
 * What is to be said of a table's headings, once, at its first row.
 * @throws Problem where it has no heading that we know
 */
export function headingNotes(
  what: ImportKind,
  rows: readonly { readonly row: number; readonly value: Readonly<Record<string, unknown>> }[],
): readonly { readonly row: number; readonly notes: readonly FieldFault[] }[] {
  const [first] = rows
  // Headings are row 1, so a table's first row is row 2, whichever chunk this is.
  if (first === undefined || first.row !== 2) return []
  const { unknown } = fromCells(known[what], first.value)
  if (unknown.length === Object.keys(first.value).length)
    throw new Problem('import.format', 'The first line must hold the headings; we know none of its columns.')
  const notes = unknown.map((heading) => ({
    path: heading,
    code: 'unknown-column',
    message: 'We do not know this column; it is left out.',
  }))
  return notes.length === 0 ? [] : [{ row: 1, notes }]
}
