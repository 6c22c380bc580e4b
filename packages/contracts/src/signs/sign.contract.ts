import type { OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** What makes a published passport look as if it were written to be found rather than read. Shares are 0..1. */
export const signedPassport = z.object({
  organisationId: wire.id<OrganisationId>(),
  name: z.string(),
  words: z.int(),
  /** Words of its longest text. */
  longest: z.int(),
  /** Share of its words that it said before. */
  repeated: z.number(),
  /** Share of its entries that another firm said first, word for word. */
  shared: z.number(),
  /** One of its texts repeats itself or is a bare list, and does not count. */
  stuffed: z.boolean(),
  /** Entries that do not count because most of the passport is another firm's. */
  copied: z.int(),
  copiedFrom: z.nullable(z.object({ id: wire.id<OrganisationId>(), name: z.string() })),
})
export type SignedPassportView = DeepReadonly<z.output<typeof signedPassport>>

export const listSigns = endpoint({
  name: 'listSigns',
  summary: 'Published passports with signs of stuffing or copying, the plainest first; for the platform alone.',
  noun: 'signs',
  method: 'GET',
  path: '/api/signs',
  access: 'member',
  response: z.object({ items: z.array(signedPassport) }),
  problems: ['identity.forbidden'],
})
