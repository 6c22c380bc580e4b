import type { NeedId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const example = z.object({
  id: wire.id<NeedId>(),
  title: z.string(),
  buyer: z.nullable(z.string()),
  passing: z.int(),
  best: z.number(),
})
const counts = { open: z.int(), none: z.int(), weak: z.int() }
const group = <Key extends z.ZodMiniType>(key: Key) => z.object({ key, ...counts, examples: z.array(example) })

/** Open needs that nobody serves, or only weakly: which, where, and how many. */
export const demandView = z.object({
  ...counts,
  /** Scores below this are weak. */
  weakBelow: z.number(),
  byCategory: z.array(group(z.nullable(wire.categoryCode))),
  byRegion: z.array(group(z.object({ country: z.nullable(z.string()), region: z.nullable(z.string()) }))),
})
export type DemandView = DeepReadonly<z.output<typeof demandView>>

export const readDemand = endpoint({
  name: 'readDemand',
  summary: 'Open needs with no or weak supply, by category and region, with examples; for agencies.',
  noun: 'demand',
  method: 'GET',
  path: '/api/demand',
  access: 'member',
  response: demandView,
  problems: ['identity.forbidden'],
})
