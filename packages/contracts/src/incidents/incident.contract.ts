import {
  changeKinds,
  incidentKinds,
  type IncidentId,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const participantId = wire.id<MatchdayParticipantId>()
const meetingId = wire.id<MeetingId>()

/** Where a firm speaks of itself it need not say who it is. */
const incidentReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absent'), participantId: z.optional(participantId) }),
  z.object({
    kind: z.literal('late'),
    participantId: z.optional(participantId),
    minutes: z.int().check(z.gte(1), z.lte(1440)),
  }),
  z.object({ kind: z.literal('missed'), meetingId }),
  z.object({ kind: z.literal('called-off'), meetingId }),
  z.object({ kind: z.literal('place-closed'), place: wire.text(40, 1) }),
  z.object({
    kind: z.literal('pair-added'),
    hostId: participantId,
    visitorId: participantId,
    /** Also where one of the two has as many meetings as its rules allow. */
    overCap: z._default(z.boolean(), false),
  }),
])
export type IncidentReport = DeepReadonly<z.output<typeof incidentReport>>

const spot = z.object({ slot: z.int(), startsAt: wire.instant, endsAt: wire.instant, place: z.string() })
export const incidentView = z.object({
  id: wire.id<IncidentId>(),
  kind: z.enum(incidentKinds),
  /** Who reported it. */
  by: z.string(),
  /** Whom or what it is about: a firm, a place, or the two of a meeting. */
  about: z.string(),
  minutes: z.nullable(z.int()),
  /** Whether the organiser passed a cap by it. */
  overCap: z.boolean(),
  at: wire.instant,
  /** Whoever reports it sees of others nothing but their meetings with itself. */
  changes: z.array(
    z.object({
      meetingId,
      host: z.string(),
      visitor: z.string(),
      what: z.enum(changeKinds),
      from: z.nullable(spot),
      to: z.nullable(spot),
      rule: z.nullable(z.string()),
    }),
  ),
  /** From the reading of the timetable to the mended one. */
  tookMs: z.number(),
  undoneAt: z.nullable(wire.instant),
})
export type IncidentView = DeepReadonly<z.output<typeof incidentView>>

const common = { noun: 'matchdays', access: 'member' } as const
const one = { ...common, params: z.object({ id: wire.id<MatchdayId>() }) }

export const reportIncident = endpoint({
  ...one,
  name: 'reportIncident',
  summary:
    'Report what happens while a matchday runs: somebody comes late or not at all, a meeting falls out, a place is closed, a pair is added. The timetable is mended at once: as few meetings as possible move, those on standby get what is free, and both sides are told.',
  method: 'POST',
  path: '/api/matchdays/:id/incidents',
  body: z.object({
    report: incidentReport,
    /** Also moves meetings that were moved as often as they may be; for the organiser alone. */
    insist: z._default(z.boolean(), false),
  }),
  success: 201,
  response: incidentView,
  problems: [
    'thing.not-found',
    'identity.forbidden',
    'matchday.state',
    'incident.not-now',
    'meeting.state',
    'meeting.twice',
    'meeting.full',
    'meeting.cap',
    'meeting.taken',
  ],
})

export const listIncidents = endpoint({
  ...one,
  name: 'listIncidents',
  summary: 'What happened while a matchday ran and what was mended, the newest first, for its organiser; at most 100.',
  method: 'GET',
  path: '/api/matchdays/:id/incidents',
  response: z.object({ items: z.array(incidentView) }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const undoIncident = endpoint({
  ...common,
  name: 'undoIncident',
  summary:
    'Take an incident back, as the organiser: its meetings go where they were, as long as nothing was built upon it.',
  method: 'POST',
  path: '/api/matchdays/:id/incidents/:incidentId/undo',
  params: z.object({ id: wire.id<MatchdayId>(), incidentId: wire.id<IncidentId>() }),
  response: incidentView,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'incident.built-upon'],
})
