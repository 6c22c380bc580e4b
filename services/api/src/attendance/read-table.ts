import type { Readable } from 'node:stream'

import type { ParticipantsImport } from '@enlace/contracts'
import { Problem, type FieldFault, type MatchdayContent } from '@enlace/domain'
import { readParticipantRow, readRows, unknownHeadings, type ParticipantItem } from '@enlace/interchange'

/** More firms than this are no matchday. */
const rowsLimit = 20_000
const bytesLimit = 10_000_000
/** Bytes that its sheet may unfold to, where it is a workbook. */
const sheetLimit = 100_000_000

export type Issue = ParticipantsImport['issues'][number]
export const faultsIn = (row: number, faults: readonly FieldFault[]): Issue[] =>
  faults.map((fault) => ({ ...fault, row, severity: 'fault' }))

export type ReadTable = {
  readonly rows: number
  readonly items: readonly (ParticipantItem & { readonly row: number })[]
  readonly issues: readonly Issue[]
}

async function* limited(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > bytesLimit) throw new Problem('input.too-large', 'A table of participants may have 10 MB.')
    yield piece
  }
}

/**
 * Reads a table of participants to its end, before anything is written.
 * @throws Problem where it is no table, or too long
 */
export async function readTable(body: unknown, content: MatchdayContent): Promise<ReadTable> {
  if (typeof body !== 'object' || body === null || !('pipe' in body))
    throw new Problem(
      'input.media-type',
      'Send the table itself as the body, as application/octet-stream or by its type.',
    )
  const { form, rows } = await readRows(limited(body as Readable), sheetLimit)
  const items: (ParticipantItem & { row: number })[] = []
  const issues: Issue[] = []
  let count = 0
  for await (const row of rows) {
    count += 1
    if (count > rowsLimit) throw new Problem('input.too-large', `A table of participants may have ${rowsLimit} rows.`)
    if (count === 1 && form === 'table' && 'value' in row) issues.push(...headingIssues(row.value))
    const reading = 'fault' in row ? { faults: [row.fault] } : readParticipantRow(form, row.value, content)
    if ('faults' in reading) issues.push(...faultsIn(row.row, reading.faults))
    else items.push({ ...reading.item, row: row.row })
  }
  return { rows: count, items, issues }
}

function headingIssues(value: Readonly<Record<string, unknown>>): Issue[] {
  const unknown = unknownHeadings(value)
  if (unknown.length === Object.keys(value).length)
    throw new Problem('import.format', 'The first line must hold the headings; we know none of its columns.')
  const message = 'We do not know this column; it is left out.'
  return unknown.map((path) => ({ row: 1, severity: 'note', path, code: 'unknown-column', message }))
}
