import { exclusionGrounds, statementAnswers, type FileId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { fileView } from '../files/file.contract.ts'
import * as wire from '../wire.ts'

/** What somebody said of a supplier about a ground for exclusion, and what the supplier answers. */
export const statementView = z.object({
  ground: z.enum(exclusionGrounds),
  says: z.enum(statementAnswers),
  /** Who said it; the supplier itself or another. */
  by: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  /** The supplier's own word. */
  own: z.boolean(),
  person: z.nullable(z.string()),
  saidAt: wire.instant,
  /** The day on which another looked. */
  on: wire.date,
  source: z.string(),
  /** Which list of sanctions was looked into; empty for other grounds. */
  list: z.string(),
  file: z.nullable(fileView),
  answer: z.string(),
  answeredAt: z.nullable(wire.instant),
})
export type StatementView = DeepReadonly<z.output<typeof statementView>>

export const exclusionsView = z.object({
  supplier: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  today: wire.date,
  /** Whether the caller declares for the supplier, records what it found out about it, or neither. */
  may: z.nullable(z.enum(['declare', 'record'])),
  mayAnswer: z.boolean(),
  items: z.array(statementView),
})
export type ExclusionsView = DeepReadonly<z.output<typeof exclusionsView>>

const noun = 'exclusions'
const supplier = { supplierId: wire.id<OrganisationId>() }
const ofGround = { ...supplier, ground: z.enum(exclusionGrounds) }

export const readExclusions = endpoint({
  name: 'readExclusions',
  summary: 'What is said of a supplier about grounds for exclusion, by itself and by others, and what it answers.',
  noun,
  method: 'GET',
  path: '/api/exclusions/:supplierId',
  access: 'member',
  params: z.object(supplier),
  response: exclusionsView,
  problems: ['identity.forbidden', 'thing.not-found'],
})

export const stateExclusion = endpoint({
  name: 'stateExclusion',
  summary:
    'A supplier declares how it stands to a ground; an agency of it, or the platform, records what it found out and from where. Null takes the word back.',
  noun,
  method: 'PUT',
  path: '/api/exclusions/:supplierId/:ground',
  access: 'member',
  params: z.object(ofGround),
  body: z.object({
    says: z.nullable(z.enum(statementAnswers)),
    /** Asked of others than the supplier. */
    on: z._default(z.nullable(wire.date), null),
    source: z._default(wire.text(500), ''),
    list: z._default(wire.text(200), ''),
    fileId: z._default(z.nullable(wire.id<FileId>()), null),
  }),
  response: exclusionsView,
  problems: ['identity.forbidden', 'thing.not-found', 'exclusion.unfounded'],
})

export const answerExclusion = endpoint({
  name: 'answerExclusion',
  summary: 'A supplier answers what another recorded of it; whoever reads the record reads the answer.',
  noun,
  method: 'PUT',
  path: '/api/exclusions/:supplierId/:ground/:byId/answer',
  access: 'member',
  params: z.object({ ...ofGround, byId: wire.id<OrganisationId>() }),
  body: z.object({ answer: wire.text(1000, 1) }),
  response: exclusionsView,
  problems: ['identity.forbidden', 'thing.not-found'],
})

const policyView = z.object({ grounds: z.array(z.enum(exclusionGrounds)) })

export const readExclusionPolicy = endpoint({
  name: 'readExclusionPolicy',
  summary: 'For which grounds the calling buyer deals with no supplier; its needs and calls take them over.',
  noun,
  method: 'GET',
  path: '/api/exclusion-policy',
  access: 'member',
  response: policyView,
  problems: ['identity.forbidden'],
})

export const setExclusionPolicy = endpoint({
  name: 'setExclusionPolicy',
  summary: 'Set for which grounds the calling buyer excludes; its open needs are ranked anew.',
  noun,
  method: 'PUT',
  path: '/api/exclusion-policy',
  access: 'member',
  body: z.object({ grounds: z.array(z.enum(exclusionGrounds)).check(z.maxLength(exclusionGrounds.length)) }),
  response: policyView,
  problems: ['identity.forbidden'],
})
