import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { listTwins } from './list-twins.ts'
import { denyTwins, mergeTwins } from './merge-twins.ts'
import { undoMerge } from './undo-merge.ts'

export function mountTwins(mount: Mount): void {
  mount.inTransaction(contract.listTwins, listTwins)
  mount.inTransaction(contract.mergeTwins, mergeTwins)
  mount.inTransaction(contract.denyTwins, denyTwins)
  mount.inTransaction(contract.undoMerge, undoMerge)
}
