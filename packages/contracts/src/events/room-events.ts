import type { MatchdayId, MeetingId, OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

/** What happens in virtual rooms; `organisationId` is the agency that holds the matchday. */
export const roomEvents = {
  /** A side came into the room of its meeting, or left it. */
  'room.changed': z.object({
    matchdayId: wire.id<MatchdayId>(),
    organisationId: wire.id<OrganisationId>(),
    meetingId: wire.id<MeetingId>(),
    hostId: wire.id<OrganisationId>(),
    visitorId: wire.id<OrganisationId>(),
  }),
  /** Somebody wrote in the text room of a meeting, which its two hear and its organiser does not; what, stands in no event. */
  'room.written': z.object({
    matchdayId: wire.id<MatchdayId>(),
    organisationId: wire.id<OrganisationId>(),
    meetingId: wire.id<MeetingId>(),
    hostId: wire.id<OrganisationId>(),
    visitorId: wire.id<OrganisationId>(),
  }),
} as const
