import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { chooseMatch } from './choose-match.ts'
import { readCalibration, readModels } from './read-models.ts'
import { reportShown } from './report-shown.ts'
import { rollBackModel, switchModel } from './switch-model.ts'
import { trainModel } from './train-model.ts'

export function mountLearning(mount: Mount): void {
  mount.inTransaction(contract.reportShown, reportShown)
  mount.inTransaction(contract.chooseMatch, chooseMatch)
  mount.inTransaction(contract.readCalibration, readCalibration)
  mount.inTransaction(contract.readModels, readModels)
  mount.inTransaction(contract.trainModel, trainModel)
  mount.inTransaction(contract.switchModel, switchModel)
  mount.inTransaction(contract.rollBackModel, rollBackModel)
}
