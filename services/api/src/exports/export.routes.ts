import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'
import { can, Problem, type MemberActor } from '@enlace/domain'
import { csvBegin, csvLines, toCells, toSheetCells, type Sheet, type SheetRows } from '@enlace/interchange'

import { download, downloadWorkbook } from '../http/download.ts'
import type { Mount } from '../http/mount.ts'
import { exportRows, sources, type AskedExport } from './export-rows.ts'

function checkExporter(actor: MemberActor, { what }: AskedExport): void {
  if (!can(actor, 'export.own', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Your role may not take data out of the house.')
  if (what === 'demand' && !can(actor, 'demand.read', null))
    throw new Problem('identity.forbidden', 'Only agencies see the whole demand.')
}

async function* jsonLines(database: Database, actor: MemberActor, asked: AskedExport): AsyncGenerator<string> {
  for await (const rows of exportRows(database, actor, asked))
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

async function* table(database: Database, actor: MemberActor, asked: AskedExport): AsyncGenerator<string> {
  const { columns } = sources[asked.what]
  yield csvBegin + csvLines([columns.map(({ heading }) => heading)])
  for await (const rows of exportRows(database, actor, asked)) yield csvLines(rows.map((row) => toCells(columns, row)))
}

async function* sheetRows(database: Database, actor: MemberActor, asked: AskedExport): AsyncGenerator<SheetRows> {
  const { columns } = sources[asked.what]
  for await (const rows of exportRows(database, actor, asked)) yield rows.map((row) => toSheetCells(columns, row))
}

const sheetOf = (database: Database, actor: MemberActor, asked: AskedExport): Sheet => ({
  name: asked.what,
  headings: sources[asked.what].columns.map(({ heading }) => heading),
  batches: sheetRows(database, actor, asked),
})

export function mountExports(mount: Mount, database: Database): void {
  mount.open(contract.exportJsonl, async ({ actor, query, reply }) => {
    checkExporter(actor, query)
    return download(reply, 'application/x-ndjson', `${query.what}.jsonl`, jsonLines(database, actor, query))
  })
  mount.open(contract.exportCsv, async ({ actor, query, reply }) => {
    checkExporter(actor, query)
    return download(reply, 'text/csv', `${query.what}.csv`, table(database, actor, query))
  })
  mount.open(contract.exportXlsx, async ({ actor, query, reply }) => {
    checkExporter(actor, query)
    return downloadWorkbook(reply, `${query.what}.xlsx`, [sheetOf(database, actor, query)])
  })
}
