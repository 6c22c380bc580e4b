import type { FieldFault } from '@enlace/domain'

/** One row of a file: what it says, or why it cannot be read. */
export type FileRow =
  | { readonly row: number; readonly value: Readonly<Record<string, unknown>> }
  | { readonly row: number; readonly fault: FieldFault }

/** Characters in one row; more is a quotation mark that was never closed, or no list. */
export const rowLimit = 1_000_000

export const unreadable = (row: number, message: string): FileRow => ({
  row,
  fault: { path: '', code: 'unreadable', message },
})
