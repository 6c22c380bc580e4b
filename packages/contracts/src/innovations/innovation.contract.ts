import {
  accessStates,
  answers,
  categorySchemes,
  innovationStates,
  maturities,
  mostFiles,
  needKinds,
  organisationKinds,
  seekings,
  themes,
  type FileId,
  type InnovationId,
  type LinkageId,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const year = z.int().check(z.gte(1800), z.lte(2200))
const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null)

/** What everybody who sees the showcase reads; see InnovationContent in the domain. Texts may be empty while they are being written. */
export const innovationContent = z.object({
  title: wire.text(200, 1),
  problem: z._default(wire.text(4000), ''),
  solution: z._default(wire.text(4000), ''),
  language: z._default(wire.language, 'en'),
  theme: z.enum(themes),
  maturity: z.enum(maturities),
  seeks: z._default(z.array(z.enum(seekings)).check(z.maxLength(seekings.length)), []),
  categories: z._default(z.array(wire.categoryCode).check(z.maxLength(10)), []),
  evidence: z._default(wire.text(4000), ''),
  references: z._default(
    z
      .array(z.object({ text: z._default(wire.text(1000), ''), customer: orNull(wire.text(200)), year: orNull(year) }))
      .check(z.maxLength(10)),
    [],
  ),
  fileIds: z._default(z.array(wire.id<FileId>()).check(z.maxLength(mostFiles)), []),
})

const supplierCard = z.object({ id: wire.id<OrganisationId>(), name: z.string(), country: z.nullable(z.string()) })

export const innovationCard = z.object({
  id: wire.id<InnovationId>(),
  supplier: supplierCard,
  mine: z.boolean(),
  state: z.enum(innovationStates),
  title: z.string(),
  problem: z.string(),
  language: z.string(),
  theme: z.enum(themes),
  maturity: z.enum(maturities),
  seeks: z.array(z.enum(seekings)),
  /** What the reader answered. */
  answer: z.nullable(z.enum(answers)),
  /** How many read it, are interested, and wait for the confidential part; for its own people, null for others. */
  counts: z.nullable(z.object({ readers: z.int(), interested: z.int(), asking: z.int() })),
  createdAt: wire.instant,
  publishedAt: z.nullable(wire.instant),
})
export type InnovationCard = DeepReadonly<z.output<typeof innovationCard>>

export const innovationView = z.extend(innovationCard, {
  version: z.int(),
  content: innovationContent,
  files: z.array(z.object({ id: wire.id<FileId>(), name: z.string(), size: z.int() })),
  /** Null where there is none, or it is not the reader's to see. */
  confidential: z.nullable(z.string()),
  hasConfidential: z.boolean(),
  /** How the reader stands to the confidential part. */
  access: z.enum(accessStates),
  reason: z.string(),
  /** The reader's linkage with its supplier, where there is one. */
  linkageId: z.nullable(wire.id<LinkageId>()),
  /** Of the working copy, for its own people. */
  revision: z.nullable(z.int()),
  /** Whether the working copy says other things than what is shown. */
  changed: z.boolean(),
})
export type InnovationView = DeepReadonly<z.output<typeof innovationView>>

const needReason = z.object({
  needId: wire.id<NeedId>(),
  title: z.string(),
  language: z.string(),
  open: z.boolean(),
  score: z.number(),
  words: z.array(z.string()),
  category: z.nullable(z.object({ scheme: z.enum(categorySchemes), wanted: z.string(), own: z.string() })),
})
/** An innovation with why it fits what its reader buys. */
export const innovationFit = z.object({
  innovation: innovationCard,
  score: z.number(),
  themeCount: z.int(),
  needs: z.array(needReason),
})
export type InnovationFit = DeepReadonly<z.output<typeof innovationFit>>

export const innovationReader = z.object({
  organisation: z.object({
    id: wire.id<OrganisationId>(),
    name: z.string(),
    kind: z.enum(organisationKinds),
    country: z.nullable(z.string()),
  }),
  times: z.int(),
  firstReadAt: wire.instant,
  lastReadAt: wire.instant,
  answer: z.nullable(z.enum(answers)),
  reason: z.string(),
  access: z.enum(accessStates),
  askedWhy: z.string(),
})
export type InnovationReader = DeepReadonly<z.output<typeof innovationReader>>

const common = { noun: 'innovations', access: 'member' } as const
const one = { ...common, params: z.object({ id: wire.id<InnovationId>() }) }
const written = { content: innovationContent, confidential: z._default(wire.text(8000), '') }
const revision = z.int().check(z.gte(1), z.lte(1e9))

export const listInnovations = endpoint({
  ...common,
  name: 'listInnovations',
  summary: "A supplier's own innovations, or for buyers and agencies those that are shown, newest first.",
  method: 'GET',
  path: '/api/innovations',
  query: z.object({
    ...wire.paging,
    text: z._default(wire.text(200), ''),
    theme: z.optional(z.enum(themes)),
    maturity: z.optional(z.enum(maturities)),
    seeks: z.optional(z.enum(seekings)),
  }),
  response: wire.page(innovationCard),
  problems: ['identity.forbidden'],
})

export const listFittingInnovations = endpoint({
  ...common,
  name: 'listFittingInnovations',
  summary:
    "Innovations that fit a buyer's past and open needs and the themes of its challenges, the best first, each with the reasons.",
  method: 'GET',
  path: '/api/innovations/fits',
  response: z.object({ items: z.array(innovationFit) }),
  problems: ['identity.forbidden'],
})

export const startInnovation = endpoint({
  ...common,
  name: 'startInnovation',
  summary: 'Write an innovation as a draft.',
  method: 'POST',
  path: '/api/innovations',
  body: z.object(written),
  success: 201,
  response: innovationView,
  problems: ['identity.forbidden'],
})

export const readInnovation = endpoint({
  ...one,
  name: 'readInnovation',
  summary: 'One innovation; its supplier sees who read it.',
  method: 'GET',
  path: '/api/innovations/:id',
  response: innovationView,
})

export const saveInnovation = endpoint({
  ...one,
  name: 'saveInnovation',
  summary: 'Save the working copy of an innovation; what is shown stays as it is until it is published again.',
  method: 'PUT',
  path: '/api/innovations/:id',
  body: z.object({ ...written, revision }),
  response: innovationView,
  problems: ['thing.not-found', 'thing.changed'],
})

export const publishInnovation = endpoint({
  ...one,
  name: 'publishInnovation',
  summary: 'Show the working copy to buyers and agencies, as the next version.',
  method: 'POST',
  path: '/api/innovations/:id/publish',
  body: z.object({ revision }),
  response: innovationView,
  problems: ['thing.not-found', 'thing.changed', 'innovation.incomplete'],
})

export const withdrawInnovation = endpoint({
  ...one,
  name: 'withdrawInnovation',
  summary: 'Show an innovation no more; it can be published again.',
  method: 'POST',
  path: '/api/innovations/:id/withdraw',
  response: innovationView,
  problems: ['thing.not-found', 'innovation.state'],
})

export const answerInnovation = endpoint({
  ...one,
  name: 'answerInnovation',
  summary:
    'Answer an innovation as a buyer: interested, which begins a linkage with its supplier, or not for us, with a reason that the supplier sees.',
  method: 'PUT',
  path: '/api/innovations/:id/answer',
  body: z.object({ answer: z.enum(answers), reason: z._default(wire.text(1000), '') }),
  response: innovationView,
  problems: ['thing.not-found', 'innovation.reason', 'linkage.blocked'],
})

export const askInnovation = endpoint({
  ...one,
  name: 'askInnovation',
  summary: 'Ask for the confidential part of an innovation, as a buyer; its supplier decides.',
  method: 'POST',
  path: '/api/innovations/:id/access',
  body: z.object({ why: z._default(wire.text(1000), '') }),
  response: innovationView,
  problems: ['thing.not-found', 'innovation.state'],
})

export const openInnovation = endpoint({
  ...common,
  name: 'openInnovation',
  summary: 'Say whether one that asked may read the confidential part; what was granted can be taken back.',
  method: 'PUT',
  path: '/api/innovations/:id/access/:organisationId',
  params: z.object({ id: wire.id<InnovationId>(), organisationId: wire.id<OrganisationId>() }),
  body: z.object({ granted: z.boolean() }),
  response: innovationReader,
  problems: ['thing.not-found', 'innovation.state'],
})

export const listInnovationReaders = endpoint({
  ...one,
  name: 'listInnovationReaders',
  summary: 'Who read an innovation, what they answered and who asks for more; for its own people.',
  method: 'GET',
  path: '/api/innovations/:id/readers',
  query: z.object(wire.paging),
  response: wire.page(innovationReader),
  problems: ['thing.not-found'],
})

export const needInnovation = endpoint({
  ...one,
  name: 'needInnovation',
  summary: "Begin a need or a challenge of one's own with the problem that an innovation takes away, as a draft.",
  method: 'POST',
  path: '/api/innovations/:id/need',
  body: z.object({ kind: z.enum(needKinds) }),
  success: 201,
  response: z.object({ needId: wire.id<NeedId>() }),
  problems: ['thing.not-found', 'identity.forbidden'],
})
