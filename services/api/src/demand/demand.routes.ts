import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { readDemand } from './read-demand.ts'

export function mountDemand(mount: Mount): void {
  mount.inTransaction(contract.readDemand, readDemand)
}
