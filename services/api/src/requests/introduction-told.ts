import type { EventPayload } from '@enlace/contracts'
import type { MatchdayRow } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'

type Told = EventPayload<'introduction.changed'>

/** What became of an introduction, for those whom it concerns. */
export const introductionTold = (
  { id: matchdayId, organisationId }: MatchdayRow,
  concerned: readonly OrganisationId[],
  how: Told['how'],
): Told => ({ matchdayId, organisationId, concerned: [...concerned], how })
