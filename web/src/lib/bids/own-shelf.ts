import { session } from '$lib/session/session.svelte.ts'
import { DraftShelf } from './bid-draft.ts'

/** The drafts that this person keeps on this device for the organisation that is chosen. */
export const ownShelf = (): DraftShelf =>
  new DraftShelf(localStorage, {
    organisationId: session.organisation?.id ?? '',
    personId: session.view?.person?.id ?? '',
  })
