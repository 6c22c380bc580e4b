import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'
import { can, Problem, type ExportKind, type MemberActor } from '@enlace/domain'
import { csvBegin, csvLines, toCells } from '@enlace/interchange'

import { download } from '../http/download.ts'
import type { Mount } from '../http/mount.ts'
import { exportRows, sources } from './export-rows.ts'

function checkExporter(actor: MemberActor): void {
  if (!can(actor, 'export.own', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Your role may not take data out of the house.')
}

async function* jsonLines(database: Database, actor: MemberActor, what: ExportKind): AsyncGenerator<string> {
  for await (const rows of exportRows(database, actor, what))
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

async function* table(database: Database, actor: MemberActor, what: ExportKind): AsyncGenerator<string> {
  const { columns } = sources[what]
  yield csvBegin + csvLines([columns.map(({ heading }) => heading)])
  for await (const rows of exportRows(database, actor, what)) yield csvLines(rows.map((row) => toCells(columns, row)))
}

export function mountExports(mount: Mount, database: Database): void {
  mount.open(contract.exportJsonl, async ({ actor, query, reply }) => {
    checkExporter(actor)
    return download(reply, 'application/x-ndjson', `${query.what}.jsonl`, jsonLines(database, actor, query.what))
  })
  mount.open(contract.exportCsv, async ({ actor, query, reply }) => {
    checkExporter(actor)
    return download(reply, 'text/csv', `${query.what}.csv`, table(database, actor, query.what))
  })
}
