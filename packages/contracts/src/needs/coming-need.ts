import type { NeedContent, NeedId, OrganisationId } from '@enlace/domain'

/**
 * A need that is about to be published, as the API tells the workers before it is written: it may never come, and come
 * otherwise than said.
 */
export type ComingNeed = {
  readonly id: NeedId
  readonly organisationId: OrganisationId
  readonly version: number
  readonly content: NeedContent
}
