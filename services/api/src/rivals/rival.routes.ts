import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { nameRival } from './name-rival.ts'
import { forgetRival, listRivals } from './rivals.ts'

export function mountRivals(mount: Mount): void {
  mount.inTransaction(contract.listRivals, listRivals)
  mount.inTransaction(contract.nameRival, nameRival)
  mount.inTransaction(contract.forgetRival, forgetRival)
}
