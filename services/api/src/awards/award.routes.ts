import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { carryAward } from './carry-award.ts'
import { answerComplaint, approveAward, closeCall, proposeAward, readDecision, sendDebrief } from './decide.ts'
import { complain, readResult } from './result.ts'

export function mountAwards(mount: Mount): void {
  mount.inTransaction(contract.readDecision, readDecision)
  mount.inTransaction(contract.proposeAward, proposeAward)
  mount.inTransaction(contract.approveAward, approveAward)
  mount.inTransaction(contract.sendDebrief, sendDebrief)
  mount.inTransaction(contract.answerComplaint, answerComplaint)
  mount.inTransaction(contract.closeCall, closeCall)
  mount.inTransaction(contract.carryAward, carryAward)
  mount.inTransaction(contract.readResult, readResult)
  mount.inTransaction(contract.complain, complain)
}
