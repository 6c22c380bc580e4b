import {
  confidentialities,
  governanceTypes,
  needKinds,
  needStates,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const specificationRow = z.object({
  text: wire.text(500, 1),
  value: z._default(z.nullable(z.number().check(z.gte(-1e12), z.lte(1e12))), null),
  unit: z._default(z.nullable(wire.text(40)), null),
  tolerance: z._default(z.nullable(wire.amount), null),
  mandatory: z._default(z.boolean(), false),
})

/** What a buyer writes; see NeedContent in the domain for the meaning of each field. */
export const needContent = z.object({
  kind: z._default(z.enum(needKinds), 'need'),
  title: wire.text(200, 1),
  text: z._default(wire.text(20_000), ''),
  language: z._default(wire.language, 'en'),
  categories: z._default(z.array(wire.categoryCode).check(z.maxLength(10)), []),
  specification: z._default(z.array(specificationRow).check(z.maxLength(100)), []),
  volume: z._default(z.nullable(wire.quantity), null),
  answerBy: z._default(z.nullable(wire.date), null),
  deliverFrom: z._default(z.nullable(wire.date), null),
  deliverUntil: z._default(z.nullable(wire.date), null),
  place: z._default(z.nullable(wire.place), null),
  deliveryRadiusKm: z._default(z.nullable(z.number().check(z.gte(1), z.lte(20_040))), null),
  supplierCountries: z._default(z.array(wire.country).check(z.maxLength(60)), []),
  requiredCertificates: z._default(
    z.array(z.object({ scheme: wire.text(80, 1), mandatory: z._default(z.boolean(), true) })).check(z.maxLength(20)),
    [],
  ),
  languages: z._default(z.array(wire.languageSkill).check(z.maxLength(10)), []),
  budget: z._default(
    z.nullable(
      z.object({ min: z._default(z.nullable(wire.money), null), max: z._default(z.nullable(wire.money), null) }),
    ),
    null,
  ),
  governance: z._default(z.enum(governanceTypes), 'producer-driven'),
  confidentiality: z._default(z.enum(confidentialities), 'open'),
  localContentPercent: z._default(z.nullable(wire.percent), null),
})

export const buyerCard = z.object({
  id: wire.id<OrganisationId>(),
  name: z.string(),
  country: z.nullable(z.string()),
})

/** A need as its reader may see it: `buyer` is null where the need is under an alias and the reader is not its owner. */
export const needView = z.extend(needContent, {
  id: wire.id<NeedId>(),
  buyer: z.nullable(buyerCard),
  mine: z.boolean(),
  state: z.enum(needStates),
  version: z.int(),
  createdAt: wire.instant,
  publishedAt: z.nullable(wire.instant),
})
export type NeedView = DeepReadonly<z.output<typeof needView>>

const params = z.object({ id: wire.id<NeedId>() })

export const postNeed = endpoint({
  name: 'postNeed',
  summary: 'Write down a need as a draft, or publish it at once.',
  noun: 'needs',
  method: 'POST',
  path: '/api/needs',
  access: 'member',
  body: z.extend(needContent, { publish: z._default(z.boolean(), false) }),
  success: 201,
  response: needView,
  problems: ['need.incomplete', 'need.dates', 'category.unknown'],
})

export const readNeed = endpoint({
  name: 'readNeed',
  summary: 'One need as the caller may see it.',
  noun: 'needs',
  method: 'GET',
  path: '/api/needs/:id',
  access: 'member',
  params,
  response: needView,
})

export const listNeeds = endpoint({
  name: 'listNeeds',
  summary: "The caller's own needs, newest first.",
  noun: 'needs',
  method: 'GET',
  path: '/api/needs',
  access: 'member',
  query: z.object({
    ...wire.paging,
    state: z.optional(z.enum(needStates)),
    kind: z.optional(z.enum(needKinds)),
  }),
  response: wire.page(z.extend(needView, { matchCount: z.int(), interestedCount: z.int() })),
})

export const publishNeed = endpoint({
  name: 'publishNeed',
  summary: 'Publish a draft; matching starts at once.',
  noun: 'needs',
  method: 'POST',
  path: '/api/needs/:id/publish',
  access: 'member',
  params,
  response: needView,
  problems: ['need.not-draft', 'need.incomplete', 'need.dates', 'challenge.not-screened'],
})

export const amendNeed = endpoint({
  name: 'amendNeed',
  summary: 'Replace the content of a draft, or amend a published need: a new version, with notice to those concerned.',
  noun: 'needs',
  method: 'PUT',
  path: '/api/needs/:id',
  access: 'member',
  params,
  body: z.extend(needContent, { version: z.int(), reason: z._default(wire.text(500), '') }),
  response: needView,
  problems: ['thing.changed', 'need.not-published', 'need.incomplete', 'need.dates', 'category.unknown'],
})

const ending = { body: z.object({ reason: z._default(wire.text(500), '') }) }
export const closeNeed = endpoint({
  name: 'closeNeed',
  summary: 'Close a published need: it was served or is no longer open.',
  noun: 'needs',
  method: 'POST',
  path: '/api/needs/:id/close',
  access: 'member',
  params,
  ...ending,
  response: needView,
  problems: ['need.not-published'],
})
export const cancelNeed = endpoint({
  name: 'cancelNeed',
  summary: 'Cancel a draft or a published need, with notice to those concerned.',
  noun: 'needs',
  method: 'POST',
  path: '/api/needs/:id/cancel',
  access: 'member',
  params,
  ...ending,
  response: needView,
  problems: ['need.not-published'],
})

export const listNeedVersions = endpoint({
  name: 'listNeedVersions',
  summary: 'Every published version of a need, newest first.',
  noun: 'needs',
  method: 'GET',
  path: '/api/needs/:id/versions',
  access: 'member',
  params,
  response: z.object({
    items: z.array(z.object({ version: z.int(), content: needContent, reason: z.string(), publishedAt: wire.instant })),
  }),
})
