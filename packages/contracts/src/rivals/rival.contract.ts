import { rivalKinds, type OrganisationId, type RivalryId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const rivalView = z.object({
  id: wire.id<RivalryId>(),
  /** How it was named; whether such a firm is here is not told. */
  by: z.enum(rivalKinds),
  /** The name as it was then, or what was written. */
  label: z.string(),
  supplierId: z.nullable(wire.id<OrganisationId>()),
  namedAt: wire.instant,
})
export type RivalView = DeepReadonly<z.output<typeof rivalView>>

const noun = 'rivals'

export const listRivals = endpoint({
  name: 'listRivals',
  summary: 'The rivals that the calling supplier named, newest first; there are at most fifty.',
  noun,
  method: 'GET',
  path: '/api/rivals',
  access: 'member',
  response: z.object({ items: z.array(rivalView) }),
})

export const nameRival = endpoint({
  name: 'nameRival',
  summary: 'Name a rival: from now on neither finds a trace of the other. Naming the same again changes nothing.',
  noun,
  method: 'POST',
  path: '/api/rivals',
  access: 'member',
  body: z.discriminatedUnion('by', [
    z.object({ by: z.literal('supplier'), supplierId: wire.id<OrganisationId>() }),
    z.object({ by: z.literal('name'), name: wire.text(200, 1) }),
    z.object({
      by: z.literal('tax-id'),
      taxId: wire.text(40, 1).check(z.regex(/[0-9A-Za-z]/, 'Write the number with its digits or letters.')),
    }),
  ]),
  success: 201,
  response: rivalView,
  problems: ['thing.not-found', 'rival.own', 'rival.kind', 'rival.limit'],
})

export const forgetRival = endpoint({
  name: 'forgetRival',
  summary: 'Name a rival no longer; naming it again undoes that.',
  noun,
  method: 'DELETE',
  path: '/api/rivals/:id',
  access: 'member',
  params: z.object({ id: wire.id<RivalryId>() }),
  success: 204,
  problems: ['thing.not-found'],
})
