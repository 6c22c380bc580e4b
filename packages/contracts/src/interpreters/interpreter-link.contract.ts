import { matchdayStates, type MatchdayId, type MatchdayInterpreterId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { interpretedMeetings } from './interpreter.contract.ts'

const common = { noun: 'matchdays', access: 'member' } as const
const params = z.object({ id: wire.id<MatchdayId>(), interpreterId: wire.id<MatchdayInterpreterId>() })

export const makeInterpreterLink = endpoint({
  ...common,
  name: 'makeInterpreterLink',
  summary: 'Make the link by which an interpreter reads where they sit, without an account; the one before ends.',
  method: 'POST',
  path: '/api/matchdays/:id/interpreters/:interpreterId/link',
  params,
  body: z.object({}),
  success: 201,
  /** Its secret, told this once. */
  response: z.object({ token: wire.token }),
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})

export const endInterpreterLink = endpoint({
  ...common,
  name: 'endInterpreterLink',
  summary: 'End the link of an interpreter.',
  method: 'DELETE',
  path: '/api/matchdays/:id/interpreters/:interpreterId/link',
  params,
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})

export const interpretingView = z.object({
  name: z.string(),
  languages: z.array(z.string()),
  title: z.string(),
  venue: z.string(),
  organiser: z.string(),
  timeZone: z.string(),
  state: z.enum(matchdayStates),
  meetings: interpretedMeetings,
})
export type InterpretingView = DeepReadonly<z.output<typeof interpretingView>>

export const readInterpreting = endpoint({
  noun: 'matchdays',
  access: 'public',
  name: 'readInterpreting',
  summary: 'Where an interpreter sits, by the token of their link.',
  method: 'POST',
  path: '/api/interpreting/read',
  body: z.object({ token: wire.token }),
  response: interpretingView,
  problems: ['interpreter.link', 'identity.rate-limited'],
})
