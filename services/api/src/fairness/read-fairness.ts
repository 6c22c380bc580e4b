import type { FairnessView, readFairness as contract } from '@enlace/contracts'
import {
  inOrder,
  listAgencies,
  readFairWorth,
  readPolicies,
  readSupplierExposures,
  type Transaction,
} from '@enlace/database'
import { can, fairnessReport, merit, Problem, type MemberActor } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

/** How a scope is written in an address, and kept. */
export const countryOf = (scope: string): string => (scope === 'all' ? '' : scope)

/** What agencies and the platform see of one country's lists, by its policy or by the one it falls under. */
export async function fairnessOf(tx: Transaction, actor: MemberActor, country: string): Promise<FairnessView> {
  const policies = await readPolicies(tx)
  const own = policies.find((one) => one.country === country)
  const fallen = policies.find((one) => one.country === '')
  const policy = own ?? {
    ...(fallen ?? { ...merit, setAt: new Date(0).toISOString() }),
    country,
    keeper: null,
    revision: 0,
  }
  const mayEntrust = can(actor, 'fairness.set', { organisationId: null })
  const [suppliers, worth] = await inOrder([
    readSupplierExposures(tx, policy.periodDays, country),
    readFairWorth(tx, policy.periodDays, country),
  ])
  return {
    policy,
    policies,
    maySet: can(actor, 'fairness.set', { organisationId: policy.keeper?.id ?? null }),
    mayEntrust,
    agencies: mayEntrust ? await listAgencies(tx) : [],
    report: {
      lists: worth.lists,
      lifted: worth.lifted,
      loss: worth.merited === 0 ? 0 : Math.max(0, Math.round((1 - worth.shown / worth.merited) * 1e4) / 1e4),
      ...fairnessReport(suppliers),
    },
  }
}

export const readFairness: Handler<typeof contract> = async ({ tx, actor, query }) => {
  if (!can(actor, 'fairness.read', null))
    throw new Problem('identity.forbidden', 'Only agencies and the platform see how places are spread.')
  return fairnessOf(tx, actor, countryOf(query.country))
}
