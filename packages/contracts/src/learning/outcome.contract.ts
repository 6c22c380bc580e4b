import { choices, type NeedId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import { supplierMatch } from '../matches/match.contract.ts'
import * as wire from '../wire.ts'

const suppliers = z._default(z.array(wire.id<OrganisationId>()).check(z.maxLength(50)), [])

export const reportShown = endpoint({
  name: 'reportShown',
  summary:
    "Says which rows of a need's list somebody of its buyer saw, and which were looked at closer; saying it again changes nothing.",
  noun: 'learning',
  method: 'PUT',
  path: '/api/needs/:id/shown',
  access: 'member',
  params: z.object({ id: wire.id<NeedId>() }),
  body: z.object({ shown: suppliers, opened: suppliers }),
  success: 204,
})

export const chooseMatch = endpoint({
  name: 'chooseMatch',
  summary:
    'A buyer notes that it shortlisted a supplier or gave it the work, or with null neither; the supplier is not told.',
  noun: 'learning',
  method: 'PUT',
  path: '/api/needs/:id/matches/:supplierId/choice',
  access: 'member',
  params: z.object({ id: wire.id<NeedId>(), supplierId: wire.id<OrganisationId>() }),
  body: z.object({ choice: z.nullable(z.enum(choices)) }),
  response: supplierMatch,
  problems: ['match.not-answerable'],
})
