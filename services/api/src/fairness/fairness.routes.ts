import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { readFairness } from './read-fairness.ts'
import { setFairness } from './set-fairness.ts'

export function mountFairness(mount: Mount): void {
  mount.inTransaction(contract.readFairness, readFairness)
  mount.inTransaction(contract.setFairness, setFairness)
}
