import type { CallId, OrganisationId } from '../brand.ts'

export const callSignKinds = [
  'alike-prices',
  'same-text',
  'shared-people',
  'same-winner',
  'rotation',
  'single-bidder',
  'short-time',
  'criteria-changed',
  'not-the-best',
  'favoured',
  'lone-score',
  'below-threshold',
] as const
/**
 * What in past calls asks for a second look: the first six of what bidders may have agreed on, the others of whom a buyer may
 * have favoured. They follow the OECD's Guidelines for Fighting Bid Rigging in Public Procurement and the Open Contracting
 * Partnership's red flags; none proves anything, and none excludes anybody.
 */
export type CallSignKind = (typeof callSignKinds)[number]

/** A sign with what it rests on; `key` is the same whenever the same is found again, with more calls or fewer. */
export type CallSign = {
  readonly kind: CallSignKind
  readonly key: string
  readonly callIds: readonly CallId[]
  readonly bidderIds: readonly OrganisationId[]
  /** The values its sentence is made of. */
  readonly detail: Readonly<Record<string, string | number>>
}
