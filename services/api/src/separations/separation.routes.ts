import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { dropSeparation, listSeparations, separateFirms } from './keep-separations.ts'

export function mountSeparations(mount: Mount): void {
  mount.inTransaction(contract.listSeparations, listSeparations)
  mount.inTransaction(contract.separateFirms, separateFirms)
  mount.inTransaction(contract.dropSeparation, dropSeparation)
}
