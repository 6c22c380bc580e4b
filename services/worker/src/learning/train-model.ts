import {
  inOrder,
  insertCandidate,
  readAsSystem,
  readChampion,
  readLabels,
  readSeenPlaces,
  record,
  type Database,
} from '@enlace/database'
import { asId, labelsToCalibrate, train, weightProfiles, type ModelId, type UserId } from '@enlace/domain'
import { v7 as uuidv7 } from 'uuid'

import { noEffect, type Reaction } from '../reactions/reaction.ts'

/**
 * Makes a candidate from all labels so far and keeps it with its report; it ranks nothing until somebody puts it in force.
 * Where another model came into force meanwhile, the report speaks of one that is gone, and it is made anew.
 */
export const trainModel = (database: Database): Reaction => ({
  prepare: async (event) => {
    const { userId } = event.payload as { userId: UserId | null }
    const [champion, labels, places] = await readAsSystem(database, (reader) =>
      inOrder([readChampion(reader), readLabels(reader), readSeenPlaces(reader)]),
    )
    if (labels.length < labelsToCalibrate) return noEffect
    const number = champion.lastNumber + 1
    const { learned, calibration, report } = train(labels, places, champion.weights ?? weightProfiles, number)
    return async (tx) => {
      const modelId = asId<ModelId>(uuidv7())
      const candidate = {
        ...{ id: modelId, number, calibration, report, labels: labels.length, madeBy: userId },
        kind: learned === null ? ('calibrated' as const) : ('learned' as const),
        weights: learned ?? champion.weights,
      }
      if (!(await insertCandidate(tx, candidate, champion.id)))
        throw new Error('another model came into force meanwhile')
      const options = { organisationId: event.organisationId, requestId: event.requestId }
      await record(tx, 'model.trained', { modelId }, options)
    }
  },
})
