import type { runImport as runContract, undoImport as undoContract } from '@enlace/contracts'
import { makeReal, readImport, turnImport } from '@enlace/database'
import { assert, Problem, type ImportId } from '@enlace/domain'

import type { Call, Handler } from '../http/mount.ts'
import { importFor } from './own-import.ts'

const again = async ({ tx }: Pick<Call<typeof runContract>, 'tx'>, id: ImportId) => {
  const view = await readImport(tx, id)
  assert(view !== null, 'an agency sees its import')
  return view
}

/** Takes in for good what a dry run has looked at. */
export const runImport: Handler<typeof runContract> = async ({ tx, actor, params, record }) => {
  const { id } = await importFor(tx, actor, params.id, 'import.run')
  if (!(await makeReal(tx, id)))
    throw new Problem('import.state', 'Only a dry run that has come to its end can be taken in.')
  await record('import.requested', { organisationId: actor.organisationId, importId: id })
  return again({ tx }, id)
}

/** Asks a worker to take an import back. */
export const undoImport: Handler<typeof undoContract> = async ({ tx, actor, params, record }) => {
  const { id } = await importFor(tx, actor, params.id, 'import.undo')
  if (!(await turnImport(tx, id, ['finished', 'failed'], 'undoing')))
    throw new Problem('import.state', 'Only an import that has come to its end can be undone, and only once.')
  await record('import.undo-requested', { organisationId: actor.organisationId, importId: id })
  return again({ tx }, id)
}
