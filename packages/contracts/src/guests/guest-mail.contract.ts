import type { MatchdayGuestId, MatchdayId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { invitingProblems } from './inviting-problems.ts'

const common = { noun: 'matchdays', access: 'member' } as const

export const remindGuests = endpoint({
  ...common,
  name: 'remindGuests',
  summary: 'Remind all guests who have not answered and were told nothing for some days.',
  method: 'POST',
  path: '/api/matchdays/:id/guests/reminders',
  params: z.object({ id: wire.id<MatchdayId>() }),
  body: z.object({}),
  /** How many are reminded. */
  response: z.object({ reminded: z.int() }),
  problems: [...invitingProblems, 'guest.reminded', 'guest.none-waits'],
})

export const mendGuest = endpoint({
  ...common,
  name: 'mendGuest',
  summary: 'Invite a guest who has not answered at another address; the links that went to the one before end.',
  method: 'PUT',
  path: '/api/matchdays/:id/guests/:guestId/address',
  params: z.object({ id: wire.id<MatchdayId>(), guestId: wire.id<MatchdayGuestId>() }),
  body: z.object({ email: wire.email }),
  success: 204,
  problems: [...invitingProblems, 'identity.rate-limited', 'guest.invited'],
})
