import {
  answers,
  choices,
  criterionIds,
  evidenceSources,
  gateIds,
  gateVerdicts,
  liftReasons,
  sizeBands,
  type EntryId,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { needView } from '../needs/need.contract.ts'
import * as wire from '../wire.ts'
import { weightProfile } from './weights.contract.ts'

const detail = z.record(z.string(), z.union([z.string(), z.number()]))
const evidence = z.nullable(
  z.object({ quote: z.string(), source: z.enum(evidenceSources), entryId: z.nullable(wire.id<EntryId>()) }),
)
export const gateResult = z.object({ id: z.enum(gateIds), verdict: z.enum(gateVerdicts), detail, evidence })
export const criterionResult = z.object({
  id: z.enum(criterionIds),
  score: z.nullable(z.number()),
  weight: z.number(),
  detail,
  evidence,
})
export const gap = z.object({ id: z.union([z.enum(gateIds), z.enum(criterionIds)]), detail, scoreAfter: z.number() })
export const match = z.object({
  needId: wire.id<NeedId>(),
  supplierId: wire.id<OrganisationId>(),
  needVersion: z.int(),
  passportVersion: z.int(),
  score: z.number(),
  buyerScore: z.number(),
  supplierScore: z.nullable(z.number()),
  coverage: z.number(),
  gates: z.array(gateResult),
  criteria: z.array(criterionResult),
  gaps: z.array(gap),
  model: z.string(),
  weights: z.string(),
})

export const supplierCard = z.object({
  id: wire.id<OrganisationId>(),
  name: z.string(),
  headline: z.string(),
  country: z.nullable(z.string()),
  region: z.nullable(z.string()),
  staff: z.nullable(z.int()),
  size: z.nullable(z.enum(sizeBands)),
  languages: z.array(wire.languageSkill),
})
export type SupplierCard = DeepReadonly<z.output<typeof supplierCard>>

const standing = {
  match,
  rank: z.int(),
  previousRank: z.nullable(z.int()),
  answer: z.nullable(z.enum(answers)),
  answeredAt: z.nullable(wire.instant),
  invited: z.boolean(),
  dismissed: z.boolean(),
  rankedAt: wire.instant,
}
/** A row of a buyer's ranked list. */
export const supplierMatch = z.object({
  ...standing,
  supplier: supplierCard,
  /** Whether the buyer shortlisted it or gave it the work: its own note. */
  choice: z.nullable(z.enum(choices)),
  /** Why it was given a held place: it is new, or was seldom shown; null where it stands by its score. */
  lifted: z.nullable(z.enum(liftReasons)),
})
/** A row of a supplier's feed: the same match seen from the other side. */
export const needMatch = z.object({ ...standing, need: needView })
export type SupplierMatch = DeepReadonly<z.output<typeof supplierMatch>>
export type NeedMatch = DeepReadonly<z.output<typeof needMatch>>

/** A need's ranked list; also the shape of the live message, so nothing is fetched again. */
export const ranking = z.object({
  needId: wire.id<NeedId>(),
  needVersion: z.int(),
  rankedAt: z.nullable(wire.instant),
  considered: z.int(),
  degraded: z.boolean(),
  /** Ranked by words and categories so far; what the need means is still to be read, and it is ranked again then. */
  partial: z.boolean(),
  /** How many of the first ten places are held for suppliers that are new or seldom shown: the last of them. */
  held: z.int(),
  /** The buyer's own weights in force for this need, or null where the profile of its governance is. */
  ownWeights: z.nullable(weightProfile),
  /** The learned weights in force for needs without own ones, or null where those set by hand are. */
  learnedWeights: z.nullable(weightProfile),
  items: z.array(supplierMatch),
})
export type Ranking = DeepReadonly<z.output<typeof ranking>>

export const listMatches = endpoint({
  name: 'listMatches',
  summary: "The ranked suppliers of one of the caller's needs, best first, at most 50.",
  noun: 'matches',
  method: 'GET',
  path: '/api/needs/:id/matches',
  access: 'member',
  params: z.object({ id: wire.id<NeedId>() }),
  response: ranking,
})

export const readFeed = endpoint({
  name: 'readFeed',
  summary: 'The open needs that fit the calling supplier, best first, or how one of them fits.',
  noun: 'matches',
  method: 'GET',
  path: '/api/feed',
  access: 'member',
  query: z.object({
    ...wire.paging,
    kind: z.optional(z.enum(['need', 'challenge'])),
    needId: z.optional(wire.id<NeedId>()),
  }),
  response: wire.page(needMatch),
})

export const answerMatch = endpoint({
  name: 'answerMatch',
  summary: 'A supplier says that it is interested, or that the need is not for it and why.',
  noun: 'matches',
  method: 'POST',
  path: '/api/needs/:id/answer',
  access: 'member',
  params: z.object({ id: wire.id<NeedId>() }),
  body: z.object({ answer: z.enum(answers), reason: z._default(wire.text(500), '') }),
  response: needMatch,
  problems: ['match.not-answerable'],
})

export const judgeMatch = endpoint({
  name: 'judgeMatch',
  summary: 'A buyer invites a supplier, or sets it aside with a reason; both can be taken back.',
  noun: 'matches',
  method: 'POST',
  path: '/api/needs/:id/matches/:supplierId',
  access: 'member',
  params: z.object({ id: wire.id<NeedId>(), supplierId: wire.id<OrganisationId>() }),
  body: z.object({
    verdict: z.enum(['invite', 'withdraw-invitation', 'dismiss', 'restore']),
    reason: z._default(wire.text(500), ''),
  }),
  response: supplierMatch,
  problems: ['match.not-answerable', 'exclusion.excluded'],
})
