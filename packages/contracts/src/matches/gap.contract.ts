import type { NeedId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { gap } from './match.contract.ts'

const kind = z.omit(gap, { scoreAfter: true })
const title = { id: wire.id<NeedId>(), title: z.string(), language: z.string() }

/** One act of the supplier with what it does over all its open needs, and the needs it does most for. */
const gapGroup = z.object({
  ...kind.shape,
  opens: z.int(),
  improves: z.int(),
  gain: z.number(),
  needs: z.array(z.object({ ...title, scoreNow: z.number(), scoreAfter: z.number(), opens: z.boolean() })),
})

export const gapsView = z.object({
  /** Whether the supplier's passport is published; no need is matched with one that is not. */
  published: z.boolean(),
  /** How many open needs were looked at. */
  needs: z.int(),
  gaps: z.array(gapGroup),
  /** Needs that take several acts, with all of them. */
  farther: z.array(z.object({ ...title, wayIn: z.object({ gaps: z.array(kind), scoreAfter: z.number() }) })),
})
export type GapsView = DeepReadonly<z.output<typeof gapsView>>

export const readGaps = endpoint({
  name: 'readGaps',
  summary: 'What the calling supplier could close, by how many open needs it opens and improves, at most 50.',
  noun: 'matches',
  method: 'GET',
  path: '/api/gaps',
  access: 'member',
  response: gapsView,
  problems: ['identity.forbidden'],
})
