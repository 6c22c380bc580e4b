import type { MemberRole, OrganisationKind } from '../organisations/organisation.ts'
import { isRoleOfKind } from '../organisations/role.ts'
import type { Actor, MemberActor } from './actor.ts'
import type { Action } from './actions.ts'
import { type Grant, grants } from './grants.ts'
import { relationTo, type Subject } from './relation.ts'

/**
 * Whether the actor may do this to the subject; pure, closed by default, decided by the table in grants.ts.
 * A null subject stands for an action that has no thing yet or concerns no single one (a search, a list of one's own).
 */
export function can(actor: Actor, action: Action, subject: Subject | null): boolean {
  if (actor.kind === 'system') return true
  const { everyone, people, members } = grants[action]
  if (everyone === true) return true
  if (actor.kind === 'anonymous') return false
  if (people === true) return true
  if (actor.kind === 'person') return false
  return (
    isRoleOfKind(actor.organisationKind, actor.role) && (members ?? []).some((grant) => covers(grant, actor, subject))
  )
}

function covers(grant: Grant, actor: MemberActor, subject: Subject | null): boolean {
  if (!includes<OrganisationKind>(grant.kinds, actor.organisationKind)) return false
  if (!includes<MemberRole>(grant.roles, actor.role)) return false
  if (grant.to === 'nothing') return subject === null
  return subject !== null && grant.to.includes(relationTo(actor.organisationId, subject))
}

const includes = <Value>(set: readonly Value[] | 'any', value: Value): boolean => set === 'any' || set.includes(value)
