import { mergeSections, twinReasons, type MergeId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** One of two suppliers that are probably the same, as they are compared side by side. */
export const twinFirm = z.object({
  id: wire.id<OrganisationId>(),
  name: z.string(),
  country: z.nullable(z.string()),
  region: z.nullable(z.string()),
  town: z.nullable(z.string()),
  taxId: z.nullable(z.string()),
  website: z.nullable(z.string()),
  email: z.nullable(z.string()),
  headline: z.string(),
  capabilities: z.int(),
  references: z.int(),
  certificates: z.int(),
  /** Its own people have joined, so it is not the agency's to merge. */
  joined: z.boolean(),
})
export type TwinFirm = DeepReadonly<z.output<typeof twinFirm>>

export const twinPair = z.object({
  one: twinFirm,
  other: twinFirm,
  /** How sure it is that they are the same, 0..1. */
  score: z.number(),
  reasons: z.array(z.enum(twinReasons)),
})
export type TwinPair = DeepReadonly<z.output<typeof twinPair>>

const firm = z.object({ id: wire.id<OrganisationId>(), name: z.string() })
export const mergeView = z.object({
  id: wire.id<MergeId>(),
  survivor: firm,
  absorbed: firm,
  mergedAt: wire.instant,
  /** Until when it can be undone. */
  undoUntil: wire.instant,
  undoneAt: z.nullable(wire.instant),
})
export type MergeView = DeepReadonly<z.output<typeof mergeView>>

const common = { noun: 'twins', access: 'member' } as const

export const listTwins = endpoint({
  ...common,
  name: 'listTwins',
  summary:
    "Suppliers in the calling agency's care that are probably the same firm, the surest first, and what it merged last.",
  method: 'GET',
  path: '/api/twins',
  response: z.object({ pairs: z.array(twinPair), total: z.int(), merges: z.array(mergeView) }),
  problems: ['identity.forbidden'],
})

export const mergeTwins = endpoint({
  ...common,
  name: 'mergeTwins',
  summary: 'Join one supplier into another that stays, with the sections that it takes over.',
  method: 'POST',
  path: '/api/twins/merge',
  body: z.object({
    survivorId: wire.id<OrganisationId>(),
    absorbedId: wire.id<OrganisationId>(),
    take: z.array(z.enum(mergeSections)).check(z.maxLength(mergeSections.length)),
  }),
  success: 201,
  response: z.object({ id: wire.id<MergeId>() }),
  problems: ['identity.forbidden', 'thing.not-found', 'twin.joined', 'twin.shared', 'twin.merged'],
})

export const denyTwins = endpoint({
  ...common,
  name: 'denyTwins',
  summary: 'Say that two suppliers are not the same firm; they are not shown together again.',
  method: 'POST',
  path: '/api/twins/deny',
  body: z.object({ oneId: wire.id<OrganisationId>(), otherId: wire.id<OrganisationId>() }),
  success: 204,
  problems: ['identity.forbidden', 'thing.not-found'],
})

export const undoMerge = endpoint({
  ...common,
  name: 'undoMerge',
  summary: 'Put two merged suppliers back as they were, within thirty days and where nothing would be lost by it.',
  method: 'POST',
  path: '/api/twins/merges/:id/undo',
  params: z.object({ id: wire.id<MergeId>() }),
  success: 204,
  problems: ['identity.forbidden', 'thing.not-found', 'merge.undone', 'merge.late', 'merge.changed'],
})
