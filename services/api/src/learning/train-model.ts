import type { trainModel as contract } from '@enlace/contracts'
import { readLabelFigures, readModels } from '@enlace/database'
import { can, labelsToCalibrate, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

/** Asks the worker for a candidate from all labels so far. */
export const trainModel: Handler<typeof contract> = async ({ tx, actor, record }) => {
  if (!can(actor, 'model.switch', null))
    throw new Problem('identity.forbidden', "Only the platform's owners have models made.")
  const missing = labelsToCalibrate - (await readLabelFigures(tx)).labels
  if (missing > 0)
    throw new Problem('model.too-few-labels', `There is too little to learn from: ${missing} labels are missing.`, [
      { path: 'labels', code: 'missing', message: String(missing) },
    ])
  await record('model.requested', { userId: actor.userId })
  return readModels(tx)
}
