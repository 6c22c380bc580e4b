import type {
  downloadImportIssues,
  downloadImportIssuesXlsx,
  downloadImportTemplate,
  downloadImportTemplateXlsx,
} from '@enlace/contracts'
import { asActor, listImportIssues, type Database } from '@enlace/database'
import type { ImportId, MemberActor } from '@enlace/domain'
import { csvBegin, csvLines, needColumns, supplierColumns, templateSheets } from '@enlace/interchange'

import { download, downloadWorkbook } from '../http/download.ts'
import type { OpenHandler } from '../http/mount.ts'
import { importFor } from './own-import.ts'

const pageSize = 1000
const headings = ['row', 'severity', 'column', 'code', 'message']

type Line = readonly [number, string, string, string, string]

/** All issues of an import as a table, read page by page while it is sent. */
export const downloadIssues =
  (database: Database): OpenHandler<typeof downloadImportIssues> =>
  async ({ actor, params, reply }) => {
    const { id } = await asActor(database, actor, (tx) => importFor(tx, actor, params.id, 'import.read'))
    async function* lines(): AsyncGenerator<string> {
      yield csvBegin + csvLines([headings])
      for await (const page of issuePages(database, actor, id)) yield csvLines(page.map((line) => line.map(String)))
    }
    return download(reply, 'text/csv', `import-${id}-issues.csv`, lines())
  }

/** The same as a workbook. */
export const downloadIssuesXlsx =
  (database: Database): OpenHandler<typeof downloadImportIssuesXlsx> =>
  async ({ actor, params, reply }) => {
    const { id } = await asActor(database, actor, (tx) => importFor(tx, actor, params.id, 'import.read'))
    const batches = issuePages(database, actor, id)
    return downloadWorkbook(reply, `import-${id}-issues.xlsx`, [{ name: 'issues', headings, batches }])
  }

async function* issuePages(database: Database, actor: MemberActor, id: ImportId): AsyncGenerator<Line[]> {
  let after = { row: -1, seq: 0 }
  for (;;) {
    const position = after
    const issues = await asActor(database, actor, (tx) =>
      listImportIssues(tx, id, { after: position, limit: pageSize }),
    )
    const last = issues.at(-1)
    if (last === undefined) return
    yield issues.map(({ row, severity, path, code, message }) => [row, severity, path, code, message])
    after = { row: last.row, seq: last.seq }
  }
}

/** A table without rows, with the headings that an import knows. */
export const downloadTemplate: OpenHandler<typeof downloadImportTemplate> = async ({ query, reply }) => {
  const columns = query.what === 'suppliers' ? supplierColumns : needColumns
  return download(reply, 'text/csv', `${query.what}.csv`, [
    csvBegin + csvLines([columns.map(({ heading }) => heading)]),
  ])
}

/** A workbook to fill in. */
export const downloadTemplateXlsx: OpenHandler<typeof downloadImportTemplateXlsx> = async ({ query, reply }) =>
  downloadWorkbook(reply, `${query.what}.xlsx`, templateSheets(query.what, query.language))
