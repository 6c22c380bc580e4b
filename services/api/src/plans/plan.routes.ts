import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { comparePlans } from './compare-plans.ts'
import { planMatchday, stopPlan } from './make-plan.ts'
import { publishPlan, takeOverPlan, undoPublication } from './publish-plan.ts'

export function mountPlans(mount: Mount): void {
  mount.inTransaction(contract.planMatchday, planMatchday)
  mount.inTransaction(contract.stopPlan, stopPlan)
  mount.inTransaction(contract.publishPlan, publishPlan)
  mount.inTransaction(contract.takeOverPlan, takeOverPlan)
  mount.inTransaction(contract.undoPublication, undoPublication)
  mount.inTransaction(contract.comparePlans, comparePlans)
}
