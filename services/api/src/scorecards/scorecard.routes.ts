import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { moderateScore, readModeration, readPanel } from './moderate.ts'
import { declareInterests, listScoring, readScorecard, scoreBid, submitScorecard } from './score.ts'

export function mountScorecards(mount: Mount): void {
  mount.inTransaction(contract.listScoring, listScoring)
  mount.inTransaction(contract.readScorecard, readScorecard)
  mount.inTransaction(contract.declareInterests, declareInterests)
  mount.inTransaction(contract.scoreBid, scoreBid)
  mount.inTransaction(contract.submitScorecard, submitScorecard)
  mount.inTransaction(contract.readPanel, readPanel)
  mount.inTransaction(contract.readModeration, readModeration)
  mount.inTransaction(contract.moderateScore, moderateScore)
}
