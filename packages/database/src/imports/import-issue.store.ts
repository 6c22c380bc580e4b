import { sql } from 'drizzle-orm'

import type { ImportId, IssueSeverity } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type ImportIssue = {
  readonly row: number
  readonly severity: IssueSeverity
  readonly path: string
  readonly code: string
  readonly message: string
}

/** Adds what is to be said of rows, behind what is said of them already. */
export async function insertImportIssues(tx: Transaction, id: ImportId, issues: readonly ImportIssue[]): Promise<void> {
  if (issues.length === 0) return
  await tx.execute(sql`
    insert into import_issues (import_id, row, seq, severity, path, code, message)
    select ${id}::uuid, given.row, row_number() over (partition by given.row)
        + coalesce((select max(seq) from import_issues known where known.import_id = ${id}::uuid and known.row = given.row), 0),
      severity, path, code, message
    from jsonb_to_recordset(${JSON.stringify(issues)}::jsonb) as given (row int, severity text, path text, code text, message text)`)
}

/** Issues by row, behind `after`. */
export async function listImportIssues(
  tx: Transaction,
  id: ImportId,
  page: { readonly after: { readonly row: number; readonly seq: number }; readonly limit: number },
): Promise<(ImportIssue & { readonly seq: number })[]> {
  const rows = await tx.execute<ImportIssue & { readonly seq: number } & Record<string, unknown>>(sql`
    select row, seq, severity, path, code, message from import_issues
    where import_id = ${id} and (row, seq) > (${page.after.row}, ${page.after.seq}) order by row, seq limit ${page.limit}`)
  return [...rows]
}
