import type { readDecisionMap as readContract, saveDecisionMap as saveContract } from '@enlace/contracts'
import { readDecisionMap as read, saveDecisionMap as save } from '@enlace/database'
import { can, Problem, type Action, type MemberActor } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

const check = (actor: MemberActor, action: Action): void => {
  if (!can(actor, action, { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only buyers keep a map of who decides.')
}

export const readDecisionMap: Handler<typeof readContract> = async ({ tx, actor }) => {
  check(actor, 'decision-map.read')
  return { people: await read(tx, actor.organisationId) }
}

export const saveDecisionMap: Handler<typeof saveContract> = async ({ tx, actor, body, record }) => {
  check(actor, 'decision-map.keep')
  await save(tx, actor.organisationId, body.people)
  await record('decision-map.changed', { organisationId: actor.organisationId })
  return { people: await read(tx, actor.organisationId) }
}
