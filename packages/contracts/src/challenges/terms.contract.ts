import { ndaTiers, termsSections, termsTemplates, type NeedId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const texts = z.object(
  Object.fromEntries(termsSections.map((section) => [section, wire.text(4000)])) as Record<
    (typeof termsSections)[number],
    ReturnType<typeof wire.text>
  >,
)
const template = z.enum(termsTemplates)

const termsVersion = z.object({
  version: z.int(),
  template,
  tier: z.enum(ndaTiers),
  language: wire.locale,
  sections: texts,
  /** SHA-256 of these terms: what is accepted. */
  stamp: z.string(),
  setAt: wire.instant,
})

export const termsView = z.object({
  mine: z.boolean(),
  /** In which terms of this challenge are written. */
  language: wire.locale,
  /** In the challenge's language, or in English: what the words are compared with, and where one begins. */
  templates: z.record(template, texts),
  current: z.nullable(termsVersion),
  previous: z.nullable(termsVersion),
  /** When the caller, or its organisation where that is enough, accepted the terms in force. */
  acceptedAt: z.nullable(wire.instant),
  mayAccept: z.boolean(),
  /** Who accepted which version, for the buyer; latest first. */
  acceptances: z.array(
    z.object({
      organisation: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
      version: z.int(),
      stamp: z.string(),
      acceptedAt: wire.instant,
    }),
  ),
  hasAnnex: z.boolean(),
  /** The confidential part; null to whoever has not accepted. */
  annex: z.nullable(z.string()),
})
export type TermsView = DeepReadonly<z.output<typeof termsView>>

const common = { noun: 'challenges', access: 'member' } as const
const params = z.object({ id: wire.id<NeedId>() })

export const readTerms = endpoint({
  ...common,
  name: 'readTerms',
  summary:
    'The terms of a challenge, with the last version and the templates, and its confidential part to whoever accepted.',
  method: 'GET',
  path: '/api/challenges/:id/terms',
  params,
  response: termsView,
})

export const setTerms = endpoint({
  ...common,
  name: 'setTerms',
  summary: 'Set the terms of a challenge as its next version; whoever accepted the last accepts anew.',
  method: 'PUT',
  path: '/api/challenges/:id/terms',
  params,
  body: z.object({
    template,
    tier: z.enum(ndaTiers),
    language: wire.locale,
    sections: texts,
    /** Of the terms that the caller saw; 0 where there were none. */
    version: z.int().check(z.gte(0), z.lte(1e6)),
  }),
  response: termsView,
  problems: ['thing.changed', 'challenge.brief-state'],
})

export const setAnnex = endpoint({
  ...common,
  name: 'setAnnex',
  summary: 'Write the confidential part of a brief, which opens to whoever accepted the terms in force.',
  method: 'PUT',
  path: '/api/challenges/:id/annex',
  params,
  body: z.object({ text: wire.text(20_000, 1) }),
  response: termsView,
  problems: ['challenge.brief-state'],
})

export const acceptTerms = endpoint({
  ...common,
  name: 'acceptTerms',
  summary: 'Accept the terms in force by their stamp; person, organisation and the time of the database are kept.',
  method: 'POST',
  path: '/api/challenges/:id/terms/acceptance',
  params,
  body: z.object({ version: z.int().check(z.gte(1), z.lte(1e6)), stamp: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  response: termsView,
  problems: ['thing.changed'],
})
