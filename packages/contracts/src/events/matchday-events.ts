import { matchdaySides, type MatchdayId, type MeetingId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

const matchday = { matchdayId: wire.id<MatchdayId>(), organisationId: wire.id<OrganisationId>() }
const participant = { participantId: wire.id<OrganisationId>(), side: z.enum(matchdaySides) }

/** What happens at matchdays; `organisationId` is the agency that holds it. */
export const matchdayEvents = {
  /** A matchday was set up or changed by its organiser; what it becomes later has an event of its own. */
  'matchday.saved': z.object(matchday),
  'matchday.opened': z.object(matchday),
  'matchday.closed': z.object(matchday),
  'matchday.cancelled': z.object({ ...matchday, participants: z.array(wire.id<OrganisationId>()) }),
  /** A firm registered, changed when it comes, or withdrew; the organiser admitted or declined it. */
  'participant.changed': z.object({ ...matchday, ...participant }),
  'participant.decided': z.object({ ...matchday, ...participant, admitted: z.boolean() }),
  /** A firm said what it wants; null where the other is not to know. */
  'wish.said': z.object({
    ...matchday,
    byId: wire.id<OrganisationId>(),
    ofId: z.nullable(wire.id<OrganisationId>()),
  }),
  'plan.asked': z.object(matchday),
  'plan.made': z.object(matchday),
  /** The organiser called it off while it was made. */
  'plan.called-off': z.object(matchday),
  'plan.published': z.object({ ...matchday, participants: z.array(wire.id<OrganisationId>()) }),
  /** The organiser went back to the timetable before the last publication. */
  'plan.undone': z.object({ ...matchday, participants: z.array(wire.id<OrganisationId>()) }),
  'meeting.changed': z.object({
    ...matchday,
    meetingId: wire.id<MeetingId>(),
    hostId: wire.id<OrganisationId>(),
    visitorId: wire.id<OrganisationId>(),
  }),
  /** Both met, as one of them or the organiser says. */
  'meeting.held': z.object({
    ...matchday,
    meetingId: wire.id<MeetingId>(),
    hostId: wire.id<OrganisationId>(),
    visitorId: wire.id<OrganisationId>(),
  }),
} as const
