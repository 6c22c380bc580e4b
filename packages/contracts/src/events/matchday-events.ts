import { matchdaySides, type IncidentId, type MatchdayId, type MeetingId, type OrganisationId } from '@enlace/domain'
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
  /** The organiser's table let these firms in; where it only changed what was said of others there are none. */
  'participants.imported': z.object({ ...matchday, participants: z.array(wire.id<OrganisationId>()) }),
  'participant.decided': z.object({ ...matchday, ...participant, admitted: z.boolean() }),
  /** A firm said what it wants; null where the other is not to know. */
  'wish.said': z.object({
    ...matchday,
    byId: wire.id<OrganisationId>(),
    ofId: z.nullable(wire.id<OrganisationId>()),
  }),
  /** The organiser added, changed or removed an interpreter. */
  'interpreters.changed': z.object(matchday),
  /** Firms were invited, an invitation was answered or withdrawn. */
  'guests.changed': z.object(matchday),
  /** Firms on Enlace were invited, or reminded of it. */
  'firms.invited': z.object({ ...matchday, firms: z.array(wire.id<OrganisationId>()), again: z.boolean() }),
  /** The organiser proposed a meeting or withdrew it; one answered, which it alone hears; both accepted. */
  'introduction.changed': z.object({
    ...matchday,
    concerned: z.array(wire.id<OrganisationId>()),
    how: z.enum(['proposed', 'withdrawn', 'kept', 'agreed']),
  }),
  /** The organiser keeps two apart, or no longer; who they are stands nowhere else. */
  'separations.changed': z.object(matchday),
  /** A party has other people, or the firm chose who comes to a meeting; those whom it meets hear of it. */
  'party.changed': z.object({
    ...matchday,
    participantId: wire.id<OrganisationId>(),
    concerned: z.array(wire.id<OrganisationId>()),
    /** Proposals that stood are made anew, not only those that lack. */
    anew: z.boolean(),
  }),
  /** Who comes to meetings was proposed anew. */
  'people.changed': z.object({ ...matchday, concerned: z.array(wire.id<OrganisationId>()) }),
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
    /** Lost its time, or has one at last; absent where it was moved or settled. */
    how: z.optional(z.enum(['lost', 'found'])),
  }),
  /** Something happened while the day ran, and the timetable was mended; or that was taken back. */
  'incident.reported': z.object({ ...matchday, incidentId: wire.id<IncidentId>() }),
  'incident.undone': z.object({ ...matchday, incidentId: wire.id<IncidentId>() }),
  /** Both met, as one of them or the organiser says. */
  'meeting.held': z.object({
    ...matchday,
    meetingId: wire.id<MeetingId>(),
    hostId: wire.id<OrganisationId>(),
    visitorId: wire.id<OrganisationId>(),
  }),
  /** What devices did at the door was folded anew; those whose operations came out differently hear of it. */
  'door.changed': z.object({ ...matchday, concerned: z.array(wire.id<OrganisationId>()) }),
} as const
