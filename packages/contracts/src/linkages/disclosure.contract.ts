import type { OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

const disclosures = z.object({
  items: z.array(z.object({ agencyId: wire.id<OrganisationId>(), name: z.string(), shown: z.boolean() })),
})
const noun = 'linkages'

export const listDisclosures = endpoint({
  name: 'listDisclosures',
  summary: 'The agencies that look after the calling supplier, and which of them see its stages and values.',
  noun,
  method: 'GET',
  path: '/api/linkage-disclosures',
  access: 'member',
  response: disclosures,
  problems: ['identity.forbidden'],
})

export const setDisclosure = endpoint({
  name: 'setDisclosure',
  summary:
    'Show an agency the stages and values of the own linkages, or show them no longer; messages are never shown.',
  noun,
  method: 'PUT',
  path: '/api/linkage-disclosures/:agencyId',
  access: 'member',
  params: z.object({ agencyId: wire.id<OrganisationId>() }),
  body: z.object({ shown: z.boolean() }),
  response: disclosures,
  problems: ['identity.forbidden', 'thing.not-found'],
})
