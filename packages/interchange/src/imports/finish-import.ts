import {
  countUndone,
  endImport,
  insertImportIssues,
  readImport,
  record,
  recordAll,
  takeUpUndo,
  undoNeeds,
  undoSuppliers,
  type KeptRow,
  type Transaction,
} from '@enlace/database'
import type { ImportId } from '@enlace/domain'

import type { ImportEnd } from './run-import.ts'

/** Ends an import and tells of it; the suppliers it brought are then ranked for all open needs at once. */
export async function finishImport(
  tx: Transaction,
  { task, problem }: ImportEnd,
  requestId: string | null,
): Promise<void> {
  const state = problem === null ? (task.dryRun ? 'checked' : 'finished') : 'failed'
  if (!(await endImport(tx, task.id, { state, problem }))) return
  const ids = { organisationId: task.agencyId, importId: task.id }
  const options = { organisationId: task.agencyId, requestId }
  await record(tx, 'import.finished', ids, options)
  const done = await readImport(tx, task.id)
  const count = (done?.created ?? 0) + (done?.updated ?? 0)
  if (task.what === 'suppliers' && !task.dryRun && count > 0)
    await record(tx, 'passports.imported', { ...ids, count }, options)
}

const reasons: Readonly<Record<KeptRow['code'], string>> = {
  'changed-since': 'It was changed since, so it stays.',
  joined: 'Its own people have joined, so it stays.',
  answered: 'It was invited or answered since, so it stays.',
  'imported-again': 'A later import changed it, so it stays; undo that one first.',
}

/** Takes an import back, whole, in one transaction; what somebody has built on since stays and is listed. */
export async function undoImport(tx: Transaction, id: ImportId, requestId: string | null): Promise<void> {
  const task = await takeUpUndo(tx, id)
  if (task === null) return
  const ids = { organisationId: task.agencyId, importId: id }
  const options = { organisationId: task.agencyId, requestId }
  let kept: readonly KeptRow[]
  let undone: number
  if (task.what === 'suppliers') {
    ;({ undone, kept } = await undoSuppliers(tx, id, task.agencyId))
    if (undone > 0) await record(tx, 'passports.imported', { ...ids, count: undone }, options)
  } else {
    const needs = await undoNeeds(tx, id, task.agencyId)
    ;({ kept } = needs)
    undone = needs.undone.length
    await recordAll(
      tx,
      needs.undone.map((need) => ({
        name: need.action === 'created' ? 'need.cancelled' : 'need.amended',
        payload: { needId: need.id, organisationId: need.organisationId, version: need.version },
        organisationId: need.organisationId,
      })),
    )
  }
  await insertImportIssues(
    tx,
    id,
    kept.map(({ row, code }) => ({ row, severity: 'kept' as const, path: '', code, message: reasons[code] })),
  )
  await countUndone(tx, id, undone)
  await record(tx, 'import.undone', ids, options)
}
