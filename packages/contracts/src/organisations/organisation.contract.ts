import { organisationKinds, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const organisationView = z.object({
  id: wire.id<OrganisationId>(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  slug: z.string(),
  country: z.nullable(z.string()),
  region: z.nullable(z.string()),
  mine: z.boolean(),
})
export type OrganisationView = z.output<typeof organisationView>

const params = z.object({ id: wire.id<OrganisationId>() })

export const createOrganisation = endpoint({
  name: 'createOrganisation',
  summary: 'Found an organisation; the caller becomes its first owner and acts for it at once.',
  noun: 'organisations',
  method: 'POST',
  path: '/api/organisations',
  access: 'person',
  body: z.object({
    name: wire.text(200, 1),
    kind: z.enum(['buyer', 'supplier', 'agency', 'expert', 'funder']),
    country: z._default(z.nullable(wire.country), null),
    region: z._default(z.nullable(wire.text(120)), null),
  }),
  success: 201,
  response: organisationView,
  problems: ['identity.rate-limited'],
})

export const readOrganisation = endpoint({
  name: 'readOrganisation',
  summary: 'What every signed-in organisation may know of another one.',
  noun: 'organisations',
  method: 'GET',
  path: '/api/organisations/:id',
  access: 'member',
  params,
  response: organisationView,
  problems: ['thing.not-found'],
})

export const updateOrganisation = endpoint({
  name: 'updateOrganisation',
  summary: "Change the name or the place of the caller's organisation.",
  noun: 'organisations',
  method: 'PATCH',
  path: '/api/organisations/:id',
  access: 'member',
  params,
  body: z.object({
    name: z.optional(wire.text(200, 1)),
    country: z.optional(z.nullable(wire.country)),
    region: z.optional(z.nullable(wire.text(120))),
  }),
  response: organisationView,
  problems: ['thing.not-found', 'identity.forbidden'],
})
