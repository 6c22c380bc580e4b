import type { readExclusionPolicy as readContract, setExclusionPolicy as setContract } from '@enlace/contracts'
import { lockExclusions, keepExcludedGrounds, readExcludedGrounds } from '@enlace/database'
import { can, exclusionGrounds, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

export const readExclusionPolicy: Handler<typeof readContract> = async ({ tx, actor }) => {
  if (!can(actor, 'exclusion-policy.read', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only buying organisations exclude suppliers.')
  return { grounds: await readExcludedGrounds(tx, actor.organisationId) }
}

/** Sets for which grounds the buyer excludes; saying the same again changes nothing and ranks nothing. */
export const setExclusionPolicy: Handler<typeof setContract> = async ({ tx, actor, body, record, audit }) => {
  const { organisationId } = actor
  if (!can(actor, 'exclusion-policy.set', { organisationId }))
    throw new Problem('identity.forbidden', 'Only owners of a buying organisation say for what it excludes.')
  const grounds = exclusionGrounds.filter((ground) => body.grounds.includes(ground))
  await lockExclusions(tx, organisationId)
  if (await keepExcludedGrounds(tx, organisationId, grounds)) {
    await record('exclusions.set', { organisationId })
    await audit('exclusions.set', { organisationId }, { grounds: grounds.join(', ') })
  }
  return { grounds }
}
