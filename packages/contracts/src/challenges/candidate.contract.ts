import {
  callPhases,
  competenceAreas,
  type CallId,
  type ClusterId,
  type CompetenceActionId,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const mark = z.int().check(z.gte(1), z.lte(5))
const review = { speed: mark, potential: mark, commitment: mark, note: z._default(wire.text(1000), '') }
const reviewView = z.object({ ...review, note: z.string(), reviewedAt: wire.instant })
const organisationCard = z.object({ id: wire.id<OrganisationId>(), name: z.string() })

const action = {
  area: z.enum(competenceAreas),
  text: wire.text(500, 1),
  consultant: z._default(wire.text(200), ''),
  cost: wire.money,
  /** What of the cost the buyer bears. */
  buyerPercent: z.int().check(z.gte(0), z.lte(100)),
}
const actionView = z.object({
  id: wire.id<CompetenceActionId>(),
  ...action,
  consultant: z.string(),
  doneAt: z.nullable(wire.instant),
})

export const candidatesView = z.object({
  /** How the reader stands to it: it sees its own side's view at once, the other's once both are in. */
  side: z.nullable(z.enum(['buyer', 'outside'])),
  reviewer: z.nullable(organisationCard),
  items: z.array(
    z.object({
      supplier: organisationCard,
      clusterId: z.nullable(wire.id<ClusterId>()),
      buyer: z.nullable(reviewView),
      outside: z.nullable(reviewView),
      /** Both views together, 1..5. */
      joint: z.nullable(z.number()),
      actions: z.array(actionView),
    }),
  ),
  clusters: z.array(
    z.object({
      id: wire.id<ClusterId>(),
      name: z.string(),
      /** Its firms that have not accepted the terms in force; it bids in no call before. */
      unagreed: z.array(wire.id<OrganisationId>()),
      /** The call that it bids in, or did last. */
      call: z.nullable(z.object({ id: wire.id<CallId>(), phase: z.enum(callPhases) })),
    }),
  ),
})
export type CandidatesView = DeepReadonly<z.output<typeof candidatesView>>

const common = { noun: 'challenges', access: 'member' } as const
const params = z.object({ id: wire.id<NeedId>() })
const one = z.object({ id: wire.id<NeedId>(), supplierId: wire.id<OrganisationId>() })

export const listCandidates = endpoint({
  ...common,
  name: 'listCandidates',
  summary:
    'Firms that are prescreened for a challenge; a firm sees its own row, once it is in a cluster, and no other.',
  method: 'GET',
  path: '/api/challenges/:id/candidates',
  params,
  response: candidatesView,
})

export const nameReviewer = endpoint({
  ...common,
  name: 'nameReviewer',
  summary: 'Name the agency or expert that reviews firms from outside, before any of its views is in.',
  method: 'PUT',
  path: '/api/challenges/:id/reviewer',
  params,
  body: z.object({ organisationId: wire.id<OrganisationId>() }),
  response: candidatesView,
  problems: ['challenge.brief-state', 'candidate.kind', 'candidate.reviewed'],
})

export const listReviewers = endpoint({
  ...common,
  name: 'listReviewers',
  summary: 'Agencies and experts that can be asked to review firms or to coach, by name.',
  method: 'GET',
  path: '/api/reviewers',
  response: z.object({ items: z.array(organisationCard) }),
  problems: ['identity.forbidden'],
})

export const addCandidate = endpoint({
  ...common,
  name: 'addCandidate',
  summary: 'Add a firm to those that are prescreened; adding it again changes nothing.',
  method: 'PUT',
  path: '/api/challenges/:id/candidates/:supplierId',
  params: one,
  response: candidatesView,
  problems: ['challenge.brief-state', 'candidate.kind'],
})

export const removeCandidate = endpoint({
  ...common,
  name: 'removeCandidate',
  summary: 'Take a firm that is in no cluster from those that are prescreened.',
  method: 'DELETE',
  path: '/api/challenges/:id/candidates/:supplierId',
  params: one,
  response: candidatesView,
  problems: ['cluster.unready'],
})

export const reviewCandidate = endpoint({
  ...common,
  name: 'reviewCandidate',
  summary:
    "Review a firm as its buyer or as the reviewer from outside; neither sees the other's view before both are in.",
  method: 'PUT',
  path: '/api/challenges/:id/candidates/:supplierId/review',
  params: one,
  body: z.object(review),
  response: candidatesView,
  problems: ['candidate.reviewed'],
})

export const formCluster = endpoint({
  ...common,
  name: 'formCluster',
  summary: 'Form a cluster of two or three reviewed firms: all get the same brief, none hears of another.',
  method: 'POST',
  path: '/api/challenges/:id/clusters',
  params,
  body: z.object({
    name: wire.text(80, 1),
    supplierIds: z.array(wire.id<OrganisationId>()).check(z.maxLength(10)),
  }),
  success: 201,
  response: candidatesView,
  problems: ['cluster.size', 'cluster.unready'],
})

export const dissolveCluster = endpoint({
  ...common,
  name: 'dissolveCluster',
  summary: 'Dissolve a cluster of which no firm has handed in a proposal.',
  method: 'DELETE',
  path: '/api/challenges/:id/clusters/:clusterId',
  params: z.object({ id: wire.id<NeedId>(), clusterId: wire.id<ClusterId>() }),
  response: candidatesView,
  problems: ['cluster.answered', 'cluster.called'],
})

export const addAction = endpoint({
  ...common,
  name: 'addAction',
  summary: 'Add what helps a firm of a cluster to grow, with who is paid and which share the buyer bears.',
  method: 'POST',
  path: '/api/challenges/:id/candidates/:supplierId/actions',
  params: one,
  body: z.object(action),
  success: 201,
  response: candidatesView,
  problems: ['cluster.unready'],
})

export const finishAction = endpoint({
  ...common,
  name: 'finishAction',
  summary: 'Note that an action is done, or not done after all; as the firm or its buyer.',
  method: 'PUT',
  path: '/api/challenges/:id/actions/:actionId',
  params: z.object({ id: wire.id<NeedId>(), actionId: wire.id<CompetenceActionId>() }),
  body: z.object({ done: z.boolean() }),
  response: candidatesView,
})
