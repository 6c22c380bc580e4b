import type { AuditFacts } from '@enlace/database'
import type { MatchdayId, MatchdaySide, OrganisationId, ParticipantState } from '@enlace/domain'

import type { Happenings } from '../http/happenings.ts'

type Decided = {
  readonly matchdayId: MatchdayId
  /** The agency that holds it. */
  readonly organisationId: OrganisationId
  readonly participantId: OrganisationId
  readonly side: MatchdaySide
}

/**
 * Tells of a firm that was let in or not, and writes it into the audit log, which comes last in a request. One that stood so
 * before hears nothing new.
 */
export async function tellDecided(
  { record, audit }: Happenings,
  decided: Decided,
  { from, to }: { readonly from: ParticipantState | null; readonly to: 'admitted' | 'declined' },
  facts: AuditFacts = {},
): Promise<void> {
  const admitted = to === 'admitted'
  await (from === to ? record('participant.changed', decided) : record('participant.decided', { ...decided, admitted }))
  const { matchdayId, participantId } = decided
  await audit('participant.decided', { matchdayId, participantId }, { admitted, ...facts })
}
