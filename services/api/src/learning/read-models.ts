import type { readCalibration as calibrationContract, readModels as modelsContract } from '@enlace/contracts'
import { readChampion, readModels as modelsOf } from '@enlace/database'
import { can, Problem, weightProfiles } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

export const readModels: Handler<typeof modelsContract> = async ({ tx, actor }) => {
  if (!can(actor, 'model.read', null)) throw new Problem('identity.forbidden', "Only the platform's people see models.")
  return modelsOf(tx)
}

/** What a buyer may read of the model in force: how often matches of a score were shortlisted. */
export const readCalibration: Handler<typeof calibrationContract> = async ({ tx, actor }) => {
  if (!can(actor, 'match.read', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only buyers are told how often matches are shortlisted.')
  const { weights, calibration } = await readChampion(tx)
  return { weights: Object.values(weights ?? weightProfiles).map(({ version }) => version), steps: [...calibration] }
}
