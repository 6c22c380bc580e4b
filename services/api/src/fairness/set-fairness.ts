import type { setFairness as contract } from '@enlace/contracts'
import { isAgency, keepPolicy, readPolicies } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { countryOf, fairnessOf } from './read-fairness.ts'

/** Puts a policy in force in place of the one that the caller saw. */
export const setFairness: Handler<typeof contract> = async ({ tx, actor, params, body, record, audit }) => {
  if (!can(actor, 'fairness.read', null))
    throw new Problem('identity.forbidden', 'Only agencies and the platform see how places are spread.')
  const country = countryOf(params.country)
  const present = (await readPolicies(tx)).find((one) => one.country === country)
  const keeperId = present?.keeper?.id ?? null
  if (!can(actor, 'fairness.set', { organisationId: keeperId }))
    throw new Problem('identity.forbidden', 'The platform sets this policy, or the agency to which it entrusted it.')
  const wanted = body.keeperId === undefined ? keeperId : body.keeperId
  if (wanted !== keeperId) {
    if (!can(actor, 'fairness.set', { organisationId: null }))
      throw new Problem('identity.forbidden', 'Only the platform entrusts a policy to an agency.')
    if (wanted !== null && !(await isAgency(tx, wanted)))
      throw new Problem('fairness.keeper', 'A policy can be entrusted to an agency only.', [
        { path: 'keeperId', code: 'not-agency', message: 'There is no such agency.' },
      ])
  }
  const { floor, periodDays, tolerance, newShare, revision } = body
  const kept = await keepPolicy(tx, {
    country,
    floor,
    periodDays,
    tolerance,
    newShare,
    revision,
    keeperId: wanted,
    by: actor.userId,
  })
  if (!kept)
    throw new Problem('thing.changed', 'Another policy is in force by now. Look at it before you change anything.')
  await record('fairness.changed', { country: params.country })
  const facts = { country: params.country, floor, periodDays, tolerance, newShare }
  await audit('fairness.changed', wanted === null ? {} : { keeperId: wanted }, facts)
  return fairnessOf(tx, actor, country)
}
