import type { EventPayload } from '@enlace/contracts'
import type { MatchdayRow, MeetingRow } from '@enlace/database'

/** What every event about the room of a meeting says. */
export const roomTold = (
  { id: matchdayId, organisationId }: MatchdayRow,
  { id: meetingId, host, visitor }: MeetingRow,
): EventPayload<'room.changed'> => ({
  ...{ matchdayId, organisationId, meetingId },
  ...{ hostId: host.organisationId, visitorId: visitor.organisationId },
})
