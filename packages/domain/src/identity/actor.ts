import type { OrganisationId, UserId } from '../brand.ts'
import type { MemberRole, OrganisationKind } from '../organisations/organisation.ts'

/** A signed-in person acting for one organisation in one role. */
export type MemberActor = {
  readonly kind: 'member'
  readonly userId: UserId
  readonly organisationId: OrganisationId
  readonly organisationKind: OrganisationKind
  readonly role: MemberRole
}
/** A signed-in person who has not chosen (or does not have) an organisation. */
export type PersonActor = { readonly kind: 'person'; readonly userId: UserId }
export type AnonymousActor = { readonly kind: 'anonymous' }
/** Our own processes: relay, worker, importer. */
export type SystemActor = { readonly kind: 'system' }

export type Actor = MemberActor | PersonActor | AnonymousActor | SystemActor

export const anonymous: AnonymousActor = { kind: 'anonymous' }
export const system: SystemActor = { kind: 'system' }
