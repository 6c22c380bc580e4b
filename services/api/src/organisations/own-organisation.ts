import { can, Problem, type Action, type MemberActor, type OrganisationId } from '@enlace/domain'

/**
 * Checks that the actor may do this to its own organisation. Another one's insides are not there for it; what its role
 * does not allow in its own is forbidden.
 */
export function checkOwn(actor: MemberActor, organisationId: OrganisationId, action: Action): void {
  if (actor.organisationId !== organisationId)
    throw new Problem('thing.not-found', 'There is no such organisation, or it is not yours to see.')
  if (!can(actor, action, { organisationId }))
    throw new Problem('identity.forbidden', 'Only an owner of the organisation may do this.')
}
