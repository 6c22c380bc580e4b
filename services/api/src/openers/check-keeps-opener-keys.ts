import { can, Problem, type Actor, type UserId } from '@enlace/domain'

/**
 * The person whose keys these are; whose they are is the database's to see.
 * @throws Problem identity.required
 */
export function checkKeepsOpenerKeys(actor: Actor): UserId {
  if (!can(actor, 'opener-key.keep', null) || (actor.kind !== 'member' && actor.kind !== 'person'))
    throw new Problem('identity.required', 'Sign in first.')
  return actor.userId
}
