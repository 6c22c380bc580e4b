import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { readExclusionPolicy, setExclusionPolicy } from './exclusion-policy.ts'
import { answerExclusion, readExclusions, stateExclusion } from './state-exclusion.ts'

export function mountExclusions(mount: Mount): void {
  mount.inTransaction(contract.readExclusions, readExclusions)
  mount.inTransaction(contract.stateExclusion, stateExclusion)
  mount.inTransaction(contract.answerExclusion, answerExclusion)
  mount.inTransaction(contract.readExclusionPolicy, readExclusionPolicy)
  mount.inTransaction(contract.setExclusionPolicy, setExclusionPolicy)
}
