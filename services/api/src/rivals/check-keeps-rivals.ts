import { can, Problem, type MemberActor } from '@enlace/domain'

/**
 * Refuses who names no rivals; whose they are is the database's to see.
 * @throws Problem identity.forbidden
 */
export function checkKeepsRivals(actor: MemberActor): void {
  if (!can(actor, 'rival.keep', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only owners of a supplying organisation name rivals.')
}
