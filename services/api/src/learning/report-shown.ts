import type { reportShown as contract } from '@enlace/contracts'
import { keepImpressions } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { needFor } from '../needs/own-need.ts'

/** Keeps what a buyer was shown of a need's list; which place a row has and what it rests on is read from the list itself. */
export const reportShown: Handler<typeof contract> = async ({ tx, actor, params, body }) => {
  const need = await needFor(tx, actor, params.id, 'need.read')
  if (!can(actor, 'match.read', { organisationId: need.organisationId }))
    throw new Problem('identity.forbidden', 'Only its owner is shown who was ranked for a need.')
  await keepImpressions(tx, need.id, body)
}
