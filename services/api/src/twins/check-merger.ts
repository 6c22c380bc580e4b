import { can, Problem, type Action, type MemberActor } from '@enlace/domain'

/** Refuses whoever may not do this to the firms of its own organisation. */
export function checkMerger(actor: MemberActor, action: Action): void {
  if (!can(actor, action, { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only facilitators of an agency join firms in its care.')
}
