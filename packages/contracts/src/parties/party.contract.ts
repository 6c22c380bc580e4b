import {
  matchdaySides,
  mostAtMeeting,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
  type OrganisationId,
  type PartyMemberId,
  type UserId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { meetingView } from '../matchdays/meeting.contract.ts'
import * as wire from '../wire.ts'

const given = {
  name: wire.text(120, 1),
  /** What they are in their firm. */
  role: z._default(wire.text(120), ''),
  languages: z._default(z.array(wire.language).check(z.maxLength(20)), []),
  /** Slots in which they are not there. */
  away: z._default(z.array(wire.whole(2000)).check(z.maxLength(1200)), []),
  /** For their own firm and the organiser alone. */
  email: z._default(z.nullable(wire.email), null),
  /** Which member of the firm they are, as the firm itself may say; by it they are in one place at a time wherever they come. */
  userId: z._default(z.nullable(wire.id<UserId>()), null),
}

export const partyMember = z.object({
  id: wire.id<PartyMemberId>(),
  name: z.string(),
  role: z.string(),
  languages: z.array(z.string()),
  away: z.array(z.int()),
  email: z.nullable(z.string()),
  userId: z.nullable(wire.id<UserId>()),
})
export type PartyMemberView = DeepReadonly<z.output<typeof partyMember>>

export const partyView = z.object({
  participantId: wire.id<MatchdayParticipantId>(),
  organisation: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  side: z.enum(matchdaySides),
  /** In the order in which they were added. */
  members: z.array(partyMember),
})
export type PartyView = DeepReadonly<z.output<typeof partyView>>

const common = { noun: 'parties', access: 'member' } as const
const ofDay = { id: wire.id<MatchdayId>() }
const ofParty = { ...ofDay, participantId: wire.id<MatchdayParticipantId>() }
const ofMember = { ...ofParty, memberId: wire.id<PartyMemberId>() }

export const listParties = endpoint({
  ...common,
  name: 'listParties',
  summary: "A firm's own party at a matchday, and for its organiser those of all who are in.",
  method: 'GET',
  path: '/api/matchdays/:id/parties',
  params: z.object(ofDay),
  response: z.object({ items: z.array(partyView) }),
  problems: ['thing.not-found'],
})

export const addPartyMember = endpoint({
  ...common,
  name: 'addPartyMember',
  summary:
    'Add somebody to a party: a firm to its own, the organiser to any. Who comes to its meetings is proposed anew.',
  method: 'POST',
  path: '/api/matchdays/:id/parties/:participantId/members',
  params: z.object(ofParty),
  body: z.object(given),
  success: 201,
  response: partyMember,
  problems: [
    'thing.not-found',
    'identity.forbidden',
    'matchday.state',
    'matchday.slot',
    'party.full',
    'thing.conflict',
  ],
})

export const changePartyMember = endpoint({
  ...common,
  name: 'changePartyMember',
  summary: 'Change what is known of somebody; they leave the meetings at which they are not there any more.',
  method: 'PUT',
  path: '/api/matchdays/:id/parties/:participantId/members/:memberId',
  params: z.object(ofMember),
  body: z.object(given),
  response: partyMember,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'matchday.slot', 'thing.conflict'],
})

export const removePartyMember = endpoint({
  ...common,
  name: 'removePartyMember',
  summary: 'Remove somebody from a party and from its meetings.',
  method: 'DELETE',
  path: '/api/matchdays/:id/parties/:participantId/members/:memberId',
  params: z.object(ofMember),
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})

export const choosePeople = endpoint({
  ...common,
  name: 'choosePeople',
  summary: 'Say who of a party comes to a planned meeting; nobody leaves it to the proposal again.',
  method: 'PUT',
  path: '/api/matchdays/:id/meetings/:meetingId/people/:participantId',
  params: z.object({ ...ofParty, meetingId: wire.id<MeetingId>() }),
  body: z.object({ members: z.array(wire.id<PartyMemberId>()).check(z.maxLength(mostAtMeeting)) }),
  response: meetingView,
  problems: [
    'thing.not-found',
    'identity.forbidden',
    'matchday.state',
    'meeting.state',
    'party.away',
    'party.two-places',
  ],
})
