import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { readTypes } from './read-types.ts'

/** Types of firms at a matchday. */
export function mountParticipantTypes(mount: Mount): void {
  mount.inTransaction(contract.readTypes, readTypes)
}
