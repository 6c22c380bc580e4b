import type { explainCallSign as explainContract, listCallSigns as listContract } from '@enlace/contracts'
import { explainCallSign as explain, listCallSigns as list } from '@enlace/database'
import { can, Problem, type MemberActor } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

const shown = 200

function checkReader(actor: MemberActor): void {
  if (!can(actor, 'call-sign.read', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', "Signs in calls are for the platform and for the buyer's auditors.")
}

export const listCallSigns: Handler<typeof listContract> = async ({ tx, actor }) => {
  checkReader(actor)
  return { items: await list(tx, shown) }
}

/** Keeps what somebody who looked into a sign says; that it was looked at stands in the audit log, what it is of does not. */
export const explainCallSign: Handler<typeof explainContract> = async ({ tx, actor, params, body, record, audit }) => {
  checkReader(actor)
  const buyerId = await explain(tx, params.id, body.explanation)
  if (buyerId === null) throw new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')
  const items = await list(tx, shown)
  await record('sign.explained', { organisationId: buyerId, signId: params.id })
  await audit('sign.explained', { signId: params.id }, {})
  return { items }
}
