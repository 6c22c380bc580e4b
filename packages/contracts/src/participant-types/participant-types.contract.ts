import { hostedStandings, type MatchdayId, type MatchdayParticipantId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const typesTaken = z.object({
  /** Of each type, in the order of the matchday: how many are admitted. */
  types: z.array(z.object({ key: z.string(), taken: z.int() })),
  /** Firms whose journey is paid, those who keep least of what they owe first. */
  hosted: z.array(
    z.object({
      participantId: wire.id<MatchdayParticipantId>(),
      name: z.string(),
      type: z.string(),
      owed: z.int(),
      held: z.int(),
      toCome: z.int(),
      agreed: z.int(),
      standing: z.enum(hostedStandings),
    }),
  ),
})
export type TypesTaken = DeepReadonly<z.output<typeof typesTaken>>

export const readTypes = endpoint({
  noun: 'matchdays',
  access: 'member',
  name: 'readTypes',
  summary:
    'How many seats of each type of firm are taken, and how far hosted firms are with what they owe, for the organiser.',
  method: 'GET',
  path: '/api/matchdays/:id/types',
  params: z.object({ id: wire.id<MatchdayId>() }),
  response: typesTaken,
  problems: ['thing.not-found', 'identity.forbidden'],
})
