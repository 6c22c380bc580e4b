import { holdReaction, record, type Database } from '@enlace/database'
import type { ImportId } from '@enlace/domain'
import { finishImport, runImport as run } from '@enlace/interchange'

import { noEffect, type Reaction } from '../reactions/reaction.ts'

/**
 * Takes in the rows of a file that an agency sent. The rows are kept chunk by chunk before the effect, each chunk once;
 * the effect is the end of the import alone.
 */
export const runImport = (database: Database): Reaction => ({
  prepare: async (event) => {
    const { importId } = event.payload as { importId: ImportId }
    const end = await run(database, importId, {
      moved: async (tx, task) => {
        await holdReaction(tx, event.id, 'run-import')
        const options = { organisationId: task.agencyId, requestId: event.requestId }
        await record(tx, 'import.progressed', { organisationId: task.agencyId, importId }, options)
      },
    })
    return end === null ? noEffect : (tx) => finishImport(tx, end, event.requestId)
  },
})
