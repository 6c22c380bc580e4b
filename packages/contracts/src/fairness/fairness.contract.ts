import { policyBounds, sizeBands, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const between = ({ from, to }: { readonly from: number; readonly to: number }) =>
  z.number().check(z.gte(from), z.lte(to))
const policy = {
  floor: z.boolean(),
  periodDays: z.int().check(z.gte(policyBounds.periodDays.from), z.lte(policyBounds.periodDays.to)),
  tolerance: between(policyBounds.tolerance),
  newShare: between(policyBounds.newShare),
}
/** A country, or `all` for every need whose country has no policy of its own. */
const scope = z.union([z.literal('all'), wire.country])

export const policyView = z.object({
  ...policy,
  /** Empty for the policy of all countries that have none of their own. */
  country: z.string(),
  keeper: z.nullable(z.object({ id: wire.id<OrganisationId>(), name: z.string() })),
  revision: z.int(),
  setAt: wire.instant,
})
export type PolicyView = DeepReadonly<z.output<typeof policyView>>

const shareRow = <Key extends z.ZodMiniType>(key: Key) =>
  z.object({
    key,
    suppliers: z.int(),
    reached: z.int(),
    shown: z.number(),
    merited: z.number(),
    eligible: z.number(),
  })

export const fairnessView = z.object({
  /** The policy that the caller looks at; its period is the report's. */
  policy: policyView,
  policies: z.array(policyView),
  /** Whether the caller may set this policy, and give others to agencies. */
  maySet: z.boolean(),
  mayEntrust: z.boolean(),
  /** To whom a policy can be entrusted; empty for those who cannot. */
  agencies: z.array(z.object({ id: wire.id<OrganisationId>(), name: z.string() })),
  report: z.object({
    lists: z.int(),
    lifted: z.int(),
    /** Share of the lists' worth that the held places cost. */
    loss: z.number(),
    suppliers: z.int(),
    reached: z.int(),
    showings: z.int(),
    gini: z.number(),
    lorenz: z.array(z.object({ suppliers: z.number(), shown: z.number() })),
    bySize: z.array(shareRow(z.nullable(z.enum(sizeBands)))),
    byRegion: z.array(shareRow(z.object({ country: z.nullable(z.string()), region: z.nullable(z.string()) }))),
    /** Whether the most shown tenth has more of the showings than its scores merit, over the bound. */
    matthew: z.object({
      suppliers: z.int(),
      share: z.number(),
      merited: z.number(),
      ratio: z.number(),
      bound: z.number(),
      raised: z.boolean(),
    }),
  }),
})
export type FairnessView = DeepReadonly<z.output<typeof fairnessView>>

export const readFairness = endpoint({
  name: 'readFairness',
  summary:
    'How the shown places of lists were spread over the eligible suppliers, and by which policy; for agencies and the platform.',
  noun: 'fairness',
  method: 'GET',
  path: '/api/fairness',
  access: 'member',
  query: z.object({ country: z._default(scope, 'all') }),
  response: fairnessView,
  problems: ['identity.forbidden'],
})

export const setFairness = endpoint({
  name: 'setFairness',
  summary: 'Set how places are shared out in the lists of a country; open needs are ranked anew.',
  noun: 'fairness',
  method: 'PUT',
  path: '/api/fairness/:country',
  access: 'member',
  params: z.object({ country: scope }),
  body: z.object({
    ...policy,
    /** The agency to which the platform entrusts it. An agency names itself, or leaves it out. */
    keeperId: z.optional(z.nullable(wire.id<OrganisationId>())),
    /** Of the policy that the caller saw; 0 where there was none for this country. */
    revision: z.int().check(z.gte(0), z.lte(1e6)),
  }),
  response: fairnessView,
  problems: ['identity.forbidden', 'thing.changed', 'fairness.keeper'],
})
