import type { MatchdayId, MeetingId, OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

const matchday = { matchdayId: wire.id<MatchdayId>(), organisationId: wire.id<OrganisationId>() }
const absence = z.object({ ...matchday, firmId: wire.id<OrganisationId>() })

/** What becomes of meetings; `organisationId` is the agency that holds the matchday. */
export const outcomeEvents = {
  /** One side said what became of a meeting, anew or for the first time. */
  'outcome.said': z.object({
    ...matchday,
    meetingId: wire.id<MeetingId>(),
    byId: wire.id<OrganisationId>(),
    hostId: wire.id<OrganisationId>(),
    visitorId: wire.id<OrganisationId>(),
  }),
  /** A firm did not come, as the organiser or a side of the meeting says. */
  'no-show.noted': absence,
  'no-show.excused': absence,
  'no-show.decided': z.extend(absence, { accepted: z.boolean() }),
} as const
