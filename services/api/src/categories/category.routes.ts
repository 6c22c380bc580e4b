import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { listCategories } from './list-categories.ts'

export function mountCategories(mount: Mount): void {
  mount.inTransaction(contract.listCategories, listCategories)
}
