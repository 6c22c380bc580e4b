import type { NeedView } from '@enlace/contracts'
import type { NeedContent, OrganisationId, Place } from '@enlace/domain'

import type { NeedRow } from './need.store.ts'

/** A place without what tells exactly where it is. */
export const regionOf = (place: Place | null): Place | null =>
  place === null ? null : { ...place, locality: null, latitude: null, longitude: null }

/** What of a need's content a reader gets who must not learn who asks: no exact place and no budget. */
export const viewContent = (content: NeedContent, hidden: boolean): NeedContent =>
  hidden
    ? {
        ...content,
        budget: null,
        place: regionOf(content.place),
      }
    : content

/** True where the reader must not learn whose need it is. */
export const hidesBuyer = (
  need: Pick<NeedRow, 'confidentiality' | 'organisationId'>,
  reader: OrganisationId | null,
): boolean => need.confidentiality !== 'open' && need.organisationId !== reader

/** A need as `reader` may see it. */
export function viewNeed(need: Omit<NeedRow, 'updatedAt'>, reader: OrganisationId | null): NeedView {
  const hidden = hidesBuyer(need, reader)
  // What the contract does not name is cut off where the answer is sent.
  const { organisationId, buyerName, buyerCountry, ...shown } = { ...need, ...viewContent(need, hidden) }
  return {
    ...shown,
    buyer: hidden ? null : { id: organisationId, name: buyerName, country: buyerCountry },
    mine: organisationId === reader,
  }
}
