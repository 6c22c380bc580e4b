import type { Readable } from 'node:stream'

import { v7 as uuidv7 } from 'uuid'

import type { startImport as contract } from '@enlace/contracts'
import {
  asActor,
  dropImport,
  forgetStaleImports,
  insertImport,
  readImport,
  receiveImport,
  record,
  type Database,
  type Transaction,
} from '@enlace/database'
import { asId, assert, can, Problem, type ImportId } from '@enlace/domain'
import { keepFile } from '@enlace/interchange'

import type { OpenHandler } from '../http/mount.ts'

/** Keeps a list that an agency sends and asks a worker to take its rows in; a file that came only in part is forgotten. */
export const startImport =
  (database: Database): OpenHandler<typeof contract> =>
  async ({ actor, query, request, requestId }) => {
    const agencyId = actor.organisationId
    if (!can(actor, 'import.run', { organisationId: agencyId }))
      throw new Problem('identity.forbidden', 'Only facilitators of an agency bring lists in.')
    const id = asId<ImportId>(uuidv7())
    const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => asActor(database, actor, work)
    await inTransaction(async (tx) => {
      await forgetStaleImports(tx, agencyId)
      await insertImport(tx, {
        id,
        agencyId,
        what: query.what,
        dryRun: query.dryRun === 'true',
        fileName: query.fileName,
        country: query.country ?? null,
        createdBy: actor.userId,
      })
    })
    try {
      const file = await keepFile(id, bodyOf(request.body), inTransaction)
      return await inTransaction(async (tx) => {
        await receiveImport(tx, id, file)
        await record(
          tx,
          'import.requested',
          { organisationId: agencyId, importId: id },
          { organisationId: agencyId, requestId },
        )
        const view = await readImport(tx, id)
        assert(view !== null, 'an agency sees its import')
        return view
      })
    } catch (error) {
      await inTransaction((tx) => dropImport(tx, id)).catch(() => undefined)
      throw error
    }
  }

function bodyOf(body: unknown): Readable {
  if (typeof body === 'object' && body !== null && 'pipe' in body) return body as Readable
  throw new Problem('input.media-type', 'Send the file itself as the body, as application/octet-stream or by its type.')
}
