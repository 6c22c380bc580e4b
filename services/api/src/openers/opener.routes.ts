import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { findOpeners } from './find-openers.ts'
import { listOpenerKeys, revokeOpenerKey } from './opener-keys.ts'
import { registerOpenerKey } from './register-opener-key.ts'

export function mountOpeners(mount: Mount): void {
  mount.inTransaction(contract.listOpenerKeys, listOpenerKeys)
  mount.inTransaction(contract.registerOpenerKey, registerOpenerKey)
  mount.inTransaction(contract.revokeOpenerKey, revokeOpenerKey)
  mount.inTransaction(contract.findOpeners, findOpeners)
}
