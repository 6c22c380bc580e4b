import {
  appeals,
  matchdaySides,
  matchdayStates,
  participantStates,
  placeKinds,
  usualFloor,
  type MatchdayId,
  type MatchdayParticipantId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { borne, cofinancing } from '../cofinancing/cofinancing.ts'
import { participantType } from '../participant-types/participant-types.ts'
import { matchdayPlan } from './plan.contract.ts'

const between = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as hh:mm.'))
const key = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'Use up to 40 small letters, digits and hyphens.'))

/** What a matchday is; see MatchdayContent in the domain. It may lack sessions and places while it is set up. */
export const matchdayContent = z.object({
  title: wire.text(200, 1),
  text: z._default(wire.text(4000), ''),
  language: z._default(wire.language, 'en'),
  venue: z._default(wire.text(300), ''),
  timeZone: wire.text(60, 1),
  sessions: z._default(
    z
      .array(
        z.object({
          name: z._default(wire.text(80), ''),
          date: wire.date,
          starts: time,
          slotCount: between(1, 60),
          slotMinutes: between(5, 240),
          pauseMinutes: z._default(between(0, 120), 0),
          appeal: z.optional(z.literal(appeals)),
        }),
      )
      .check(z.maxLength(20)),
    [],
  ),
  places: z._default(
    z
      .array(
        z.object({
          key,
          name: wire.text(60, 1),
          kind: z._default(z.enum(placeKinds), 'table'),
          zone: z._default(wire.text(60), ''),
          appeal: z.optional(z.literal(appeals)),
        }),
      )
      .check(z.maxLength(1000)),
    [],
  ),
  walkingMinutes: z._default(between(0, 60), 0),
  mostMeetings: z._default(between(1, 60), 60),
  leastMeetings: z._default(between(0, 60), usualFloor),
  cofinancing: z.optional(cofinancing),
  registerBy: z.optional(wire.instant),
  answerBy: z.optional(wire.instant),
  types: z.optional(z.array(participantType).check(z.maxLength(12))),
})

export const matchdayCard = z.object({
  id: wire.id<MatchdayId>(),
  organiser: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  mine: z.boolean(),
  state: z.enum(matchdayStates),
  title: z.string(),
  language: z.string(),
  venue: z.string(),
  timeZone: z.string(),
  startsAt: z.nullable(wire.instant),
  endsAt: z.nullable(wire.instant),
  /** How the reader's organisation takes part; null where it does not. */
  participation: z.nullable(z.enum(participantStates)),
  /** Whether the organiser picked the reader's organisation, which has not answered and still can. */
  invited: z.boolean(),
})
export type MatchdayCard = DeepReadonly<z.output<typeof matchdayCard>>

const slot = z.object({ session: z.int(), startsAt: wire.instant, endsAt: wire.instant })
const participation = z.object({
  id: wire.id<MatchdayParticipantId>(),
  side: z.enum(matchdaySides),
  state: z.enum(participantStates),
  type: z.nullable(z.string()),
  away: z.array(z.int()),
  languages: z.array(z.string()),
  note: z.string(),
})

export const matchdayView = z.extend(matchdayCard, {
  content: matchdayContent,
  /** In the order of time; empty while a session's time cannot be. */
  slots: z.array(slot),
  revision: z.int(),
  own: z.nullable(participation),
  /** What the organiser would bear of the fee of the reader's firm, a supplier. */
  borne: z.nullable(borne),
  /** For the organiser alone; the newest first. */
  plans: z.array(matchdayPlan),
  counts: z.nullable(z.object({ applied: z.int(), hosts: z.int(), visitors: z.int(), agreed: z.int(), met: z.int() })),
})
export type MatchdayView = DeepReadonly<z.output<typeof matchdayView>>

const common = { noun: 'matchdays', access: 'member' } as const
const one = { ...common, params: z.object({ id: wire.id<MatchdayId>() }) }

export const listMatchdays = endpoint({
  ...common,
  name: 'listMatchdays',
  summary: "An agency's own matchdays, or for buyers and suppliers those that are announced, newest first.",
  method: 'GET',
  path: '/api/matchdays',
  query: z.object(wire.paging),
  response: wire.page(matchdayCard),
  problems: ['identity.forbidden'],
})

export const startMatchday = endpoint({
  ...common,
  name: 'startMatchday',
  summary: 'Set up a matchday as a draft, as an agency.',
  method: 'POST',
  path: '/api/matchdays',
  body: z.object({ content: matchdayContent }),
  success: 201,
  response: matchdayView,
  problems: ['identity.forbidden'],
})

export const readMatchday = endpoint({
  ...one,
  name: 'readMatchday',
  summary: 'One matchday with its slots, and for its organiser how far it is.',
  method: 'GET',
  path: '/api/matchdays/:id',
  response: matchdayView,
})

export const saveMatchday = endpoint({
  ...one,
  name: 'saveMatchday',
  summary: 'Save what a matchday is; once it is announced its sessions stay as they are and places are only added.',
  method: 'PUT',
  path: '/api/matchdays/:id',
  body: z.object({ content: matchdayContent, revision: between(1, 1e9) }),
  response: matchdayView,
  problems: [
    'thing.not-found',
    'thing.changed',
    'matchday.state',
    'matchday.fixed',
    'matchday.seats',
    'matchday.deadline',
  ],
})

export const moveMatchday = endpoint({
  ...one,
  name: 'moveMatchday',
  summary: 'Announce a matchday, so that firms can register, close it when it is over, or cancel it.',
  method: 'POST',
  path: '/api/matchdays/:id/state',
  body: z.object({ to: z.enum(['open', 'closed', 'cancelled']) }),
  response: matchdayView,
  problems: ['thing.not-found', 'matchday.incomplete', 'matchday.state'],
})
