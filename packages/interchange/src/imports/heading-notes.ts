import { Problem, type FieldFault, type ImportKind } from '@enlace/domain'

import { byHeading, fromCells } from '../cells/column.ts'
import { needColumns } from '../needs/need-columns.ts'
import { supplierColumns } from '../suppliers/supplier-columns.ts'

const known = { suppliers: byHeading(supplierColumns), needs: byHeading(needColumns) }

/**
 * What is to be said of a table's headings, by its first rows.
 * @throws Problem where it has no heading that we know
 */
export function headingNotes(
  what: ImportKind,
  [first]: readonly { readonly value: Readonly<Record<string, unknown>> }[],
): readonly FieldFault[] {
  if (first === undefined) return []
  const { unknown } = fromCells(known[what], first.value)
  if (unknown.length === Object.keys(first.value).length)
    throw new Problem('import.format', 'The first line must hold the headings; we know none of its columns.')
  return unknown.map((heading) => ({
    path: heading,
    code: 'unknown-column',
    message: 'We do not know this column; it is left out.',
  }))
}
