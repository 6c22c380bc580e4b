import {
  announcementKinds,
  matchdaySides,
  type AnnouncementId,
  type MatchdayId,
  type MeetingId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

const matchday = { matchdayId: wire.id<MatchdayId>(), organisationId: wire.id<OrganisationId>() }

/** What happens on the board of a matchday; `organisationId` is the agency that holds it. */
export const boardEvents = {
  /** A meeting was locked where it is, or may be moved again. */
  'meeting.locked': z.object({ ...matchday, meetingId: wire.id<MeetingId>() }),
  /** Something was held free, or is free again. */
  'hold.changed': z.object(matchday),
  /** The organiser told all, or one side, or rang the bell. */
  'announcement.made': z.object({
    ...matchday,
    announcementId: wire.id<AnnouncementId>(),
    kind: z.enum(announcementKinds),
    toSide: z.nullable(z.enum(matchdaySides)),
  }),
} as const
