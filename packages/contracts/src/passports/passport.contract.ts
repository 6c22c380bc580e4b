import { passportStates, type EntryId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { fileView } from '../files/file.contract.ts'
import * as wire from '../wire.ts'
import { passportContent, passportDraft } from './passport-content.ts'

const organisationName = z.object({ id: wire.id<OrganisationId>(), name: z.string() })

/** A passport as those see it who write it. */
export const passportView = z.object({
  organisationId: wire.id<OrganisationId>(),
  name: z.string(),
  state: z.enum(passportStates),
  /** Rises with every publication; 0 while it was never published. */
  version: z.int(),
  /** Rises with every save; 0 while nothing was ever saved. A save names the revision it began from. */
  revision: z.int(),
  publishedAt: z.nullable(wire.instant),
  savedAt: z.nullable(wire.instant),
  /** Whether what is written differs from what the market sees. */
  changed: z.boolean(),
  /** The day by our clock, for which certificates stand as they do. */
  today: wire.date,
  content: passportContent,
  /** Who looked at the certificates, by name. */
  verifiers: z.array(organisationName),
  /** The files its certificates refer to. */
  files: z.array(fileView),
})
export type PassportView = DeepReadonly<z.output<typeof passportView>>

/** Whose passport: the caller's own, or that of a firm in the calling agency's care. */
const query = z.object({ firm: z.optional(wire.id<OrganisationId>()) })
const common = {
  noun: 'passports',
  access: 'member',
  query,
  problems: ['identity.forbidden', 'thing.not-found', 'thing.changed'],
} as const

export const readPassport = endpoint({
  ...common,
  name: 'readPassport',
  summary: "The caller's passport as it is being written; an empty one where nothing was saved yet.",
  method: 'GET',
  path: '/api/passport',
  response: passportView,
})

export const savePassport = endpoint({
  ...common,
  name: 'savePassport',
  summary: 'Save what was written, if nobody saved since `revision`; the market sees it only after publication.',
  method: 'PUT',
  path: '/api/passport',
  body: z.object({ revision: wire.whole(2_000_000_000), content: passportDraft }),
  response: passportView,
})

export const publishPassport = endpoint({
  ...common,
  name: 'publishPassport',
  summary: 'Publish what was saved as the next version; publishing the same again changes nothing.',
  method: 'POST',
  path: '/api/passport/publish',
  body: z.object({ revision: wire.whole(2_000_000_000) }),
  response: passportView,
  problems: [...common.problems, 'passport.incomplete'],
})

export const withdrawPassport = endpoint({
  ...common,
  name: 'withdrawPassport',
  summary: 'Take a published passport off the market; what was written stays.',
  method: 'POST',
  path: '/api/passport/withdraw',
  response: passportView,
})

export const listPassportVersions = endpoint({
  ...common,
  name: 'listPassportVersions',
  summary: 'The published versions of a passport, newest first.',
  method: 'GET',
  path: '/api/passport/versions',
  query: z.extend(query, wire.paging),
  response: wire.page(z.object({ version: z.int(), headline: z.string(), publishedAt: wire.instant })),
})

export const readPassportVersion = endpoint({
  ...common,
  name: 'readPassportVersion',
  summary: 'One published version of a passport.',
  method: 'GET',
  path: '/api/passport/versions/:version',
  params: z.object({ version: z.coerce.number().check(z.int(), z.gte(1), z.lte(2_000_000_000)) }),
  response: z.object({ version: z.int(), publishedAt: wire.instant, content: passportContent }),
})

export const verifyCertificate = endpoint({
  ...common,
  name: 'verifyCertificate',
  summary: 'An agency says that it has looked at a certificate of a firm in its care, or takes that back.',
  method: 'POST',
  path: '/api/passport/certificates/:entryId/verify',
  params: z.object({ entryId: wire.id<EntryId>() }),
  body: z.object({ verified: z.boolean() }),
  response: passportView,
})
