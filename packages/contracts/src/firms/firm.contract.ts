import { passportStates, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** A firm in an agency's care as its list shows it. */
export const firmView = z.object({
  id: wire.id<OrganisationId>(),
  name: z.string(),
  country: z.nullable(z.string()),
  region: z.nullable(z.string()),
  headline: z.string(),
  /** Null where nothing was ever written. */
  passport: z.nullable(z.enum(passportStates)),
  /** How much of a passport's questions are answered, 0..1. */
  completeness: z.number(),
  /** Open needs that list it. */
  matches: z.int(),
  /** Those of them to which it said that it is interested. */
  interested: z.int(),
  changedAt: z.nullable(wire.instant),
  /** Whether people of its own have joined. */
  joined: z.boolean(),
})
export type FirmView = DeepReadonly<z.output<typeof firmView>>

export const listFirms = endpoint({
  name: 'listFirms',
  summary: "The suppliers in the calling agency's care, by name.",
  noun: 'firms',
  method: 'GET',
  path: '/api/firms',
  access: 'member',
  query: z.object({
    ...wire.paging,
    text: z.optional(wire.text(100)),
    passport: z.optional(z.enum([...passportStates, 'none'])),
  }),
  response: z.extend(wire.page(firmView), { total: z.int() }),
  problems: ['identity.forbidden'],
})
