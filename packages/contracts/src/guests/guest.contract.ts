import {
  guestStates,
  matchdaySides,
  mostGuestsAtOnce,
  type MatchdayGuestId,
  type MatchdayId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { invitingProblems } from './inviting-problems.ts'

/** A firm that was invited to a matchday. */
export const guestView = z.object({
  id: wire.id<MatchdayGuestId>(),
  name: z.string(),
  /** Null for a firm on Enlace that was picked, and once it was forgotten. */
  email: z.nullable(z.string()),
  /** Whom the organiser picked, or as whom a guest by mail registered. */
  organisationId: z.nullable(wire.id<OrganisationId>()),
  picked: z.boolean(),
  /** Its registration is admitted at once. */
  preApproved: z.boolean(),
  side: z.enum(matchdaySides),
  state: z.enum(guestStates),
  invitedAt: wire.instant,
  settledAt: z.nullable(wire.instant),
  remindedAt: z.nullable(wire.instant),
  /** Its address refused the last mail for good. */
  undelivered: z.boolean(),
  /** The codes by which it refused, such as 550 5.1.1. */
  refusal: z.nullable(z.string()),
})
export type GuestView = DeepReadonly<z.output<typeof guestView>>

/** How many of the firms that were invited got how far; a firm that was invited twice counts once. */
const funnel = z.object({
  invited: z.int(),
  answered: z.int(),
  registered: z.int(),
  admitted: z.int(),
  came: z.int(),
  met: z.int(),
})

const common = { noun: 'matchdays', access: 'member' } as const
const params = z.object({ id: wire.id<MatchdayId>() })

export const listGuests = endpoint({
  ...common,
  name: 'listGuests',
  summary: 'The firms invited to a matchday, how each answered and how far they got, for its organiser.',
  method: 'GET',
  path: '/api/matchdays/:id/guests',
  params,
  response: z.object({ items: z.array(guestView), funnel }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const inviteGuests = endpoint({
  ...common,
  name: 'inviteGuests',
  summary: 'Invite firms to a matchday by one mail each; an address that is invited already gets no second one.',
  method: 'POST',
  path: '/api/matchdays/:id/guests',
  params,
  body: z.object({
    side: z.enum(matchdaySides),
    language: wire.locale,
    preApproved: z._default(z.boolean(), false),
    guests: z
      .array(z.object({ name: wire.text(200, 1), email: wire.email }))
      .check(z.minLength(1), z.maxLength(mostGuestsAtOnce)),
  }),
  success: 201,
  /** How many mails go out. */
  response: z.object({ invited: z.int() }),
  problems: [...invitingProblems, 'identity.rate-limited', 'thing.conflict'],
})

export const withdrawGuest = endpoint({
  ...common,
  name: 'withdrawGuest',
  summary: 'Withdraw an invitation that nobody answered; its link stops working.',
  method: 'DELETE',
  path: '/api/matchdays/:id/guests/:guestId',
  params: z.object({ id: wire.id<MatchdayId>(), guestId: wire.id<MatchdayGuestId>() }),
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden'],
})

const body = z.object({ token: wire.token })

export const readGuestInvitation = endpoint({
  noun: 'matchdays',
  access: 'public',
  name: 'readGuestInvitation',
  summary: 'What is public of the matchday that a firm is invited to, by the token of its link.',
  method: 'POST',
  path: '/api/guest-invitations/read',
  body,
  response: z.object({
    title: z.string(),
    venue: z.string(),
    organiser: z.string(),
    timeZone: z.string(),
    startsAt: wire.instant,
    endsAt: wire.instant,
    side: z.enum(matchdaySides),
    /** Until when it can be accepted; null where nothing is said. */
    registerBy: z.nullable(wire.instant),
  }),
  problems: ['invitation.spent', 'identity.rate-limited'],
})

export const declineGuestInvitation = endpoint({
  noun: 'matchdays',
  access: 'public',
  name: 'declineGuestInvitation',
  summary: 'Say without an account that the invited firm does not come.',
  method: 'POST',
  path: '/api/guest-invitations/decline',
  body,
  success: 204,
  problems: ['invitation.spent', 'identity.rate-limited'],
})

export const acceptGuestInvitation = endpoint({
  ...common,
  name: 'acceptGuestInvitation',
  summary: 'Register the own organisation for the matchday it is invited to; its organiser admits it.',
  method: 'POST',
  path: '/api/guest-invitations/accept',
  body,
  response: z.object({ matchdayId: wire.id<MatchdayId>() }),
  problems: [
    'invitation.spent',
    'thing.not-found',
    'identity.forbidden',
    'identity.rate-limited',
    'matchday.state',
    'matchday.late',
  ],
})
