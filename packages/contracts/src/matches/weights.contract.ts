import { buyerCriterionIds, type BuyerCriterionId, type NeedId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

const sentence = 'Give a number from 0 to 1.'
const weight = z.number(sentence).check(z.gte(0, sentence), z.lte(1, sentence))

/** How much each criterion counts beside the others, and what the supplier's own wishes count beside all of them. */
const weights = z.object({
  buyer: z.object(
    Object.fromEntries(buyerCriterionIds.map((id) => [id, weight])) as Record<BuyerCriterionId, typeof weight>,
  ),
  supplierShare: weight,
})
export const weightProfile = z.extend(weights, { version: z.string() })

const params = z.object({ id: wire.id<NeedId>() })

export const setWeights = endpoint({
  name: 'setWeights',
  summary: 'Rank one published need by weights of its own: a new version, by which it is ranked anew at once.',
  noun: 'matches',
  method: 'PUT',
  path: '/api/needs/:id/weights',
  access: 'member',
  params,
  body: weights,
  response: weightProfile,
  problems: ['need.not-published'],
})

export const resetWeights = endpoint({
  name: 'resetWeights',
  summary: 'Rank a published need by the profile of its governance again, and say what that is.',
  noun: 'matches',
  method: 'DELETE',
  path: '/api/needs/:id/weights',
  access: 'member',
  params,
  response: weightProfile,
  problems: ['need.not-published'],
})
