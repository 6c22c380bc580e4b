import { matchdaySides, type MatchdayId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** See Balance in the domain. */
const balance = {
  matchdays: z.int(),
  /** How many meetings were at tables, and in hours, of each appeal, the poorest first. */
  tables: z.array(z.int()),
  hours: z.array(z.int()),
  /** By how many points it is above its share; below 0 it had less. */
  tableBalance: z.number(),
  hourBalance: z.number(),
}
export const rotationEntry = z.object({
  organisation: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  side: z.enum(matchdaySides),
  ...balance,
})
export type RotationEntry = DeepReadonly<z.output<typeof rotationEntry>>

const own = z.object(balance)
export const rotationView = z.object({
  /** At this matchday, and at all of this organiser together. */
  now: own,
  soFar: own,
})
export type RotationView = DeepReadonly<z.output<typeof rotationView>>

const common = { noun: 'rotation', access: 'member', method: 'GET' } as const

export const listRotation = endpoint({
  ...common,
  name: 'listRotation',
  summary:
    "What each firm got of the good tables and hours at an agency's matchdays, those first who are furthest below their share.",
  path: '/api/rotation',
  query: z.object(wire.paging),
  response: z.object({
    items: z.array(rotationEntry),
    next: z.nullable(z.string()),
    /** How far the furthest balance of all firms is from its share, so that all pages are drawn alike. */
    furthest: z.number(),
  }),
  problems: ['identity.forbidden', 'cursor.invalid'],
})

export const readRotation = endpoint({
  ...common,
  name: 'readRotation',
  summary: "How good the reader's own tables and hours are at a matchday, and were so far at those of its organiser.",
  path: '/api/matchdays/:id/rotation',
  params: z.object({ id: wire.id<MatchdayId>() }),
  response: rotationView,
  problems: ['thing.not-found', 'identity.forbidden'],
})
