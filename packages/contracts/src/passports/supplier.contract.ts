import { audiences, passportFields, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { fileView } from '../files/file.contract.ts'
import * as wire from '../wire.ts'
import { passportContent } from './passport-content.ts'

/** A published passport as its reader may see it; what is kept from the reader is blank and named in `withheld`. */
export const supplierRecord = z.object({
  organisationId: wire.id<OrganisationId>(),
  name: z.string(),
  /** How the reader stands to the supplier. */
  audience: z.enum(audiences),
  withheld: z.array(z.enum(passportFields)),
  version: z.int(),
  publishedAt: wire.instant,
  /** The day by our clock, for which certificates stand as they do. */
  today: wire.date,
  content: z.omit(passportContent, { visibility: true }),
  /** Who looked at the certificates, by name. */
  verifiers: z.array(z.object({ id: wire.id<OrganisationId>(), name: z.string() })),
  /** The files its certificates refer to. */
  files: z.array(fileView),
})
export type SupplierRecord = DeepReadonly<z.output<typeof supplierRecord>>

export const readSupplier = endpoint({
  name: 'readSupplier',
  summary: 'The published passport of a supplier as the caller may see it.',
  noun: 'passports',
  method: 'GET',
  path: '/api/suppliers/:organisationId',
  access: 'member',
  params: z.object({ organisationId: wire.id<OrganisationId>() }),
  response: supplierRecord,
  problems: ['passport.not-found'],
})
