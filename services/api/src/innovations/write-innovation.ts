import { v7 as uuidv7 } from 'uuid'

import type {
  publishInnovation as publishContract,
  saveInnovation as saveContract,
  startInnovation as startContract,
  withdrawInnovation as withdrawContract,
} from '@enlace/contracts'
import {
  insertInnovation,
  publishInnovation as publish,
  referToInnovationFiles,
  saveInnovation as save,
  withdrawInnovation as withdraw,
  type Transaction,
} from '@enlace/database'
import {
  asId,
  can,
  checkInnovation,
  Problem,
  type InnovationContent,
  type InnovationId,
  type OrganisationId,
} from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { innovationFor } from './innovation-for.ts'
import { reread } from './innovation-view.ts'

const changed = (): Problem =>
  new Problem('thing.changed', 'Somebody changed this innovation meanwhile. Look at it again before you save.')

/** Refers to the files of the working copy; one of another firm, or one that was swept away, is refused. */
async function refer(
  tx: Transaction,
  id: InnovationId,
  organisationId: OrganisationId,
  { fileIds }: InnovationContent,
): Promise<void> {
  const unknown = await referToInnovationFiles(tx, id, organisationId, fileIds)
  if (unknown.length === 0) return
  const message = 'This file is not there any more. Upload it again.'
  throw new Problem(
    'input.invalid',
    'Some fields need another look.',
    unknown.map((fileId) => ({ path: `body.content.fileIds.${fileIds.indexOf(fileId)}`, code: 'file', message })),
  )
}

/** Writes an innovation as a draft. */
export const startInnovation: Handler<typeof startContract> = async ({ tx, actor, body, record }) => {
  const { organisationId } = actor
  if (!can(actor, 'innovation.write', { organisationId }))
    throw new Problem('identity.forbidden', 'Suppliers show what they thought of; your organisation or role does not.')
  const innovationId = asId<InnovationId>(uuidv7())
  await insertInnovation(tx, { id: innovationId, organisationId, ...body })
  await refer(tx, innovationId, organisationId, body.content)
  await record('innovation.drafted', { innovationId, organisationId })
  return reread(tx, innovationId, actor)
}

/** Saves the working copy; what is shown stays as it is. */
export const saveInnovation: Handler<typeof saveContract> = async ({ tx, actor, params, body, record }) => {
  const { id, organisationId } = await innovationFor(tx, actor, params.id, 'innovation.write')
  if (!(await save(tx, id, body.revision, body))) throw changed()
  await refer(tx, id, organisationId, body.content)
  await record('innovation.drafted', { innovationId: id, organisationId })
  return reread(tx, id, actor)
}

/** Shows the working copy as the next version; where it is shown already there is nothing to do. */
export const publishInnovation: Handler<typeof publishContract> = async ({
  tx,
  actor,
  params,
  body,
  record,
  audit,
}) => {
  const row = await innovationFor(tx, actor, params.id, 'innovation.write')
  const { id, organisationId, content } = row
  if (row.revision !== body.revision) throw changed()
  checkInnovation(content)
  if (row.state === 'published' && !row.changed) return reread(tx, id, actor)
  const text = { content, confidential: row.confidential ?? '' }
  const version = await publish(tx, id, body.revision, text, actor.userId)
  if (version === null) throw changed()
  await record('innovation.published', { innovationId: id, organisationId, version })
  const view = await reread(tx, id, actor)
  await audit('innovation.published', { innovationId: id }, { version })
  return view
}

/** Shows an innovation no more. */
export const withdrawInnovation: Handler<typeof withdrawContract> = async ({ tx, actor, params, record, audit }) => {
  const { id, organisationId, version } = await innovationFor(tx, actor, params.id, 'innovation.write')
  if (!(await withdraw(tx, id))) throw new Problem('innovation.state', 'This innovation is not shown now.')
  await record('innovation.withdrawn', { innovationId: id, organisationId })
  const view = await reread(tx, id, actor)
  await audit('innovation.withdrawn', { innovationId: id }, { version })
  return view
}
