import type { NeedId, OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const matchSites = z.object({
  items: z.array(z.object({ supplierId: wire.id<OrganisationId>(), sites: z.array(wire.place) })),
})
export type MatchSites = DeepReadonly<z.output<typeof matchSites>>

export const listMatchSites = endpoint({
  name: 'listMatchSites',
  summary: "Where the ranked suppliers of one of the caller's needs have their sites, as their passports say.",
  noun: 'matches',
  method: 'GET',
  path: '/api/needs/:id/sites',
  access: 'member',
  params: z.object({ id: wire.id<NeedId>() }),
  response: matchSites,
})
