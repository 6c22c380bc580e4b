import type { CategoryScheme } from '@enlace/domain'

/** A row of an official list; `labels` by ISO 639-1 language, `level` counted from 1 at the top. */
export type OfficialCode = {
  readonly scheme: CategoryScheme
  readonly code: string
  readonly labels: Readonly<Record<string, string>>
  readonly parent: string | null
  readonly level: number
}

/** A row that cannot be read; `row` is what an editor or a spreadsheet would call it. */
export type CodeFault = { readonly row: number; readonly message: string }

/** What a parser gives for each row: a code, or why there is none. */
export type CodeRow =
  | { readonly row: number; readonly code: OfficialCode }
  | { readonly row: number; readonly fault: string }

export type CodeList = { readonly codes: readonly OfficialCode[]; readonly faults: readonly CodeFault[] }

const mostFaults = 1000

/**
 * Gathers the rows of a list and looks across them: a code told twice and a parent that is missing are faults too.
 * Official lists hold some thousand codes, so they fit in memory; reading on stops at a thousand faults.
 */
export async function gatherCodes(rows: AsyncIterable<CodeRow> | Iterable<CodeRow>): Promise<CodeList> {
  const codes = new Map<string, { readonly row: number; readonly code: OfficialCode }>()
  const faults: CodeFault[] = []
  for await (const row of rows) {
    if (faults.length >= mostFaults) break
    if ('fault' in row) faults.push({ row: row.row, message: row.fault })
    else if (codes.has(row.code.code))
      faults.push({
        row: row.row,
        message: `The code ${row.code.code} stands in row ${codes.get(row.code.code)?.row} already.`,
      })
    else codes.set(row.code.code, row)
  }
  for (const { row, code } of codes.values()) {
    if (code.parent !== null && !codes.has(code.parent))
      faults.push({ row, message: `The code ${code.code} lies below ${code.parent}, which the list does not hold.` })
  }
  return { codes: [...codes.values()].map(({ code }) => code), faults: faults.toSorted((a, b) => a.row - b.row) }
}

/** A label without the blanks and line breaks that files carry along. */
export const tidyLabel = (label: string): string => label.replace(/\s+/g, ' ').trim()
