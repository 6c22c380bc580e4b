import { decisionAudiences, decisionMapLimit, decisionRoles } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const decisionPerson = z.object({
  role: z.enum(decisionRoles),
  title: wire.text(120, 1),
  name: z._default(z.nullable(wire.text(120, 1)), null),
  outsourcedTo: z._default(z.nullable(wire.text(120, 1)), null),
  /** From which stage on linked suppliers see it; null where they do not. */
  shownFrom: z._default(z.nullable(z.enum(decisionAudiences)), null),
})
export const decisionMap = z.object({ people: z.array(decisionPerson).check(z.maxLength(decisionMapLimit)) })
export type DecisionMap = DeepReadonly<z.output<typeof decisionMap>>

const noun = 'linkages'
export const readDecisionMap = endpoint({
  name: 'readDecisionMap',
  summary: "Who in the caller's organisation needs, decides, tests, buys and signs.",
  noun,
  method: 'GET',
  path: '/api/decision-map',
  access: 'member',
  response: decisionMap,
  problems: ['identity.forbidden'],
})

export const saveDecisionMap = endpoint({
  name: 'saveDecisionMap',
  summary: 'Replace the map of who decides; linked suppliers see each line from its stage on.',
  noun,
  method: 'PUT',
  path: '/api/decision-map',
  access: 'member',
  body: decisionMap,
  response: decisionMap,
  problems: ['identity.forbidden'],
})
