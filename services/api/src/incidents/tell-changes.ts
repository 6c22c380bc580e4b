import type { MatchdayRow } from '@enlace/database'
import { assert, type IncidentChange, type MatchdayParticipant, type OrganisationId } from '@enlace/domain'

import type { Happenings } from '../http/happenings.ts'

/** Records what became of each meeting; both sides and the organiser hear of it. */
export async function tellChanges(
  record: Happenings['record'],
  { id: matchdayId, organisationId }: MatchdayRow,
  participants: readonly MatchdayParticipant[],
  changes: readonly Pick<IncidentChange, 'meetingId' | 'hostId' | 'visitorId' | 'what'>[],
): Promise<void> {
  const firms = new Map(participants.map((one) => [one.id, one.organisationId]))
  const firmOf = (id: IncidentChange['hostId']): OrganisationId => {
    const firm = firms.get(id)
    assert(firm !== undefined, 'whoever has a meeting takes part')
    return firm
  }
  for (const { meetingId, hostId, visitorId, what } of changes)
    await record('meeting.changed', {
      ...{ matchdayId, organisationId, meetingId, hostId: firmOf(hostId), visitorId: firmOf(visitorId) },
      ...(what === 'lost' || what === 'found' ? { how: what } : {}),
    })
}
