import type { listImports as listContract, readImport as readContract } from '@enlace/contracts'
import { listImportIssues, listImports as importsOf } from '@enlace/database'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { checkImporter, importFor } from './own-import.ts'

const issuesShown = 100

export const listImports: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  checkImporter(actor, 'import.read')
  const before = fromCursor(query.cursor, { id: 'string' })
  const rows = await importsOf(tx, actor.organisationId, { before: before?.id ?? null, limit: query.limit + 1 })
  return cutPage(rows, query.limit, (last) => ({ id: last.id }))
}

export const readImport: Handler<typeof readContract> = async ({ tx, actor, params }) => {
  const view = await importFor(tx, actor, params.id, 'import.read')
  const issues = await listImportIssues(tx, view.id, { after: { row: -1, seq: 0 }, limit: issuesShown })
  return { ...view, issues }
}
