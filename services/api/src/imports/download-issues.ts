import type { downloadImportIssues, downloadImportTemplate } from '@enlace/contracts'
import { asActor, listImportIssues, type Database } from '@enlace/database'
import type { ImportId, MemberActor } from '@enlace/domain'
import { csvBegin, csvLines, needColumns, supplierColumns } from '@enlace/interchange'

import { download } from '../http/download.ts'
import type { OpenHandler } from '../http/mount.ts'
import { importFor } from './own-import.ts'

const pageSize = 1000

/** All issues of an import as a table, read page by page while it is sent. */
export const downloadIssues =
  (database: Database): OpenHandler<typeof downloadImportIssues> =>
  async ({ actor, params, reply }) => {
    const { id } = await asActor(database, actor, (tx) => importFor(tx, actor, params.id, 'import.read'))
    return download(reply, 'text/csv', `import-${id}-issues.csv`, issueLines(database, actor, id))
  }

async function* issueLines(database: Database, actor: MemberActor, id: ImportId): AsyncGenerator<string> {
  yield csvBegin + csvLines([['row', 'severity', 'column', 'code', 'message']])
  let after = { row: -1, seq: 0 }
  for (;;) {
    const position = after
    const issues = await asActor(database, actor, (tx) =>
      listImportIssues(tx, id, { after: position, limit: pageSize }),
    )
    const last = issues.at(-1)
    if (last === undefined) return
    yield csvLines(issues.map(({ row, severity, path, code, message }) => [String(row), severity, path, code, message]))
    after = { row: last.row, seq: last.seq }
  }
}

/** A table without rows, with the headings that an import knows. */
export const downloadTemplate: OpenHandler<typeof downloadImportTemplate> = async ({ query, reply }) => {
  const columns = query.what === 'suppliers' ? supplierColumns : needColumns
  const headings = async function* (): AsyncGenerator<string> {
    yield csvBegin + csvLines([columns.map(({ heading }) => heading)])
  }
  return download(reply, 'text/csv', `${query.what}.csv`, headings())
}
