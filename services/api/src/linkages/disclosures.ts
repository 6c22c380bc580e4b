import type { listDisclosures as listContract, setDisclosure as setContract } from '@enlace/contracts'
import { listDisclosures as list, setDisclosure as set } from '@enlace/database'
import { can, Problem, type MemberActor } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent } from './own-linkage.ts'

const check = (actor: MemberActor): void => {
  if (!can(actor, 'linkage.disclose', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only owners of a supplying organisation say who sees its linkages.')
}

export const listDisclosures: Handler<typeof listContract> = async ({ tx, actor }) => {
  check(actor)
  return { items: await list(tx, actor.organisationId) }
}

/** Whom a supplier shows its linkages is its own affair, so nobody is told. */
export const setDisclosure: Handler<typeof setContract> = async ({ tx, actor, params, body }) => {
  check(actor)
  if (!(await set(tx, actor.organisationId, params.agencyId, body.shown))) throw absent()
  return { items: await list(tx, actor.organisationId) }
}
