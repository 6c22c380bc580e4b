import { mostGuestsAtOnce, type MatchdayId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { invitingProblems } from './inviting-problems.ts'

const common = { noun: 'matchdays', access: 'member', params: z.object({ id: wire.id<MatchdayId>() }) } as const

export const inviteFirms = endpoint({
  ...common,
  name: 'inviteFirms',
  summary: 'Invite firms that are on Enlace to a matchday, all or none: buyers as hosts and suppliers as visitors.',
  method: 'POST',
  path: '/api/matchdays/:id/guests/firms',
  body: z.object({
    firms: z.array(wire.id<OrganisationId>()).check(z.minLength(1), z.maxLength(mostGuestsAtOnce)),
    /** Whether a registration is admitted at once. */
    preApproved: z._default(z.boolean(), false),
  }),
  success: 201,
  response: z.object({ invited: z.int() }),
  problems: [
    ...invitingProblems,
    'identity.rate-limited',
    'guest.kind',
    'guest.registered',
    'guest.invited',
    'thing.conflict',
  ],
})

export const declineInvitation = endpoint({
  ...common,
  name: 'declineInvitation',
  summary: 'Say that the own organisation, which was picked for a matchday, does not come.',
  method: 'POST',
  path: '/api/matchdays/:id/invitation/decline',
  body: z.object({}),
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden'],
})
