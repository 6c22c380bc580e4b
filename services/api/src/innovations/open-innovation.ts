import type { askInnovation as askContract, openInnovation as openContract } from '@enlace/contracts'
import { askForInnovation, decideInnovationAccess, listInnovationReaders } from '@enlace/database'
import { assert, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { innovationFor } from './innovation-for.ts'
import { reread } from './innovation-view.ts'

/** Asks for the confidential part; asking again changes nothing. */
export const askInnovation: Handler<typeof askContract> = async ({ tx, actor, params, body, record }) => {
  const { id, organisationId, hasConfidential } = await innovationFor(tx, actor, params.id, 'innovation.answer')
  if (!hasConfidential) throw new Problem('innovation.state', 'This innovation has no confidential part.')
  if (await askForInnovation(tx, id, actor.organisationId, body.why))
    await record('innovation.asked', { innovationId: id, organisationId, readerId: actor.organisationId })
  return reread(tx, id, actor)
}

/** Says whether one that asked may read it; what was granted can be taken back. */
export const openInnovation: Handler<typeof openContract> = async ({ tx, actor, params, body, record, audit }) => {
  const { id, organisationId } = await innovationFor(tx, actor, params.id, 'innovation.write')
  const { organisationId: readerId } = params
  if (!(await decideInnovationAccess(tx, id, readerId, body.granted, actor.userId)))
    throw new Problem('innovation.state', 'This organisation has not asked for the confidential part.')
  await record('innovation.opened', { innovationId: id, organisationId, readerId, granted: body.granted })
  const [reader] = await listInnovationReaders(tx, id, { after: null, limit: 1, reader: readerId })
  assert(reader !== undefined, 'who asked is a reader')
  await audit('innovation.opened', { innovationId: id, readerId }, { granted: body.granted })
  return reader
}
