import type { LinkageCard } from '@enlace/contracts'
import type { session as own } from '../session/session.svelte.ts'

/** Whether to offer acts of a side of this linkage; the server decides again. */
export function mayAct(session: typeof own, { reader }: Pick<LinkageCard, 'reader'>): boolean {
  const organisation = session.organisation
  if (organisation === null || reader === 'agency') return false
  return session.may('linkage.act', {
    organisationId: reader === 'buyer' ? organisation.id : null,
    relatedIds: [organisation.id],
  })
}
