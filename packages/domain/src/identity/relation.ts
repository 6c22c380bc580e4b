import type { OrganisationId } from '../brand.ts'

/** What `can` needs to know of a thing: whose it is, whom it is joined to, and whether it is published. */
export type Subject = {
  /** The organisation the thing belongs to; null where it belongs to nobody. */
  readonly organisationId: OrganisationId | null
  /** Organisations joined to the thing: the supplier of a match, those invited to a need, the agency of a firm. */
  readonly relatedIds?: readonly OrganisationId[]
  /** True where every signed-in organisation may know of it. */
  readonly published?: boolean
  /** True where a wall stands between the organisation that asks and the thing's: published is as good as absent then. */
  readonly walled?: boolean
}

export const relations = ['own', 'related', 'published', 'other'] as const
/** How an actor's organisation stands to a thing; the nearest relation counts. */
export type Relation = (typeof relations)[number]

/** The nearest relation of an organisation to a thing. */
export function relationTo(organisationId: OrganisationId, subject: Subject): Relation {
  if (subject.organisationId === organisationId) return 'own'
  if (subject.relatedIds?.includes(organisationId)) return 'related'
  return subject.published === true && subject.walled !== true ? 'published' : 'other'
}
