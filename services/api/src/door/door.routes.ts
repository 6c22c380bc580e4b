import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { issueBadge, listOwnBadges } from './badges.ts'
import { readDoor } from './read-door.ts'
import { listOwnOperations, sendOperations } from './send-operations.ts'
import { listKnownFirms, walkIn } from './walk-in.ts'

export function mountDoor(mount: Mount, secret: string): void {
  mount.inTransaction(contract.readDoor, readDoor)
  mount.inTransaction(contract.listOwnBadges, listOwnBadges(secret))
  mount.inTransaction(contract.issueBadge, issueBadge(secret))
  mount.inTransaction(contract.listKnownFirms, listKnownFirms)
  mount.inTransaction(contract.walkIn, walkIn(secret))
  mount.inTransaction(contract.sendOperations, sendOperations)
  mount.inTransaction(contract.listOwnOperations, listOwnOperations)
}
