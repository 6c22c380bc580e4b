import { can, Problem, type MemberActor } from '@enlace/domain'

/**
 * Refuses who keeps no searches; whose they are is the database's to see.
 * @throws Problem identity.forbidden
 */
export function checkKeeps(actor: MemberActor): void {
  if (!can(actor, 'saved-search.keep', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Organisations of your kind save no searches.')
}
