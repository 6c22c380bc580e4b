import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { listRotation, readRotation } from './read-rotation.ts'

export function mountRotation(mount: Mount): void {
  mount.inTransaction(contract.listRotation, listRotation)
  mount.inTransaction(contract.readRotation, readRotation)
}
