import { can, Problem, type MemberActor } from '@enlace/domain'

/**
 * Refuses who has no glossary of its own, or may not change it.
 * @throws Problem identity.forbidden
 */
export function checkGlossary(actor: MemberActor, action: 'glossary.read' | 'glossary.keep'): void {
  if (!can(actor, action, { organisationId: actor.organisationId }))
    throw new Problem(
      'identity.forbidden',
      action === 'glossary.keep'
        ? 'Only owners of a buying or supplying organisation change its glossary.'
        : 'Only buyers and suppliers keep a glossary.',
    )
}
