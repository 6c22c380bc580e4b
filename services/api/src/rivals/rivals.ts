import type { forgetRival as forgetContract, listRivals as listContract } from '@enlace/contracts'
import { deleteRivalry, listRivals as list } from '@enlace/database'
import { Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { checkKeepsRivals } from './check-keeps-rivals.ts'

export const listRivals: Handler<typeof listContract> = async ({ tx, actor }) => {
  checkKeepsRivals(actor)
  return { items: await list(tx) }
}

export const forgetRival: Handler<typeof forgetContract> = async ({ tx, actor, params, record }) => {
  checkKeepsRivals(actor)
  if (!(await deleteRivalry(tx, params.id)))
    throw new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')
  await record('rival.forgotten', { organisationId: actor.organisationId })
  return undefined
}
