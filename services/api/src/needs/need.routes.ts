import * as contract from '@enlace/contracts'
import type { Announcer } from '@enlace/messaging'

import type { Mount } from '../http/mount.ts'
import { amendNeed } from './amend-need.ts'
import { cancel, close } from './end-need.ts'
import { postNeed } from './post-need.ts'
import { publishNeed } from './publish-need.ts'
import { listNeeds, listNeedVersions, readNeed } from './read-needs.ts'

export function mountNeeds(mount: Mount, announcer: Announcer): void {
  mount.inTransaction(contract.postNeed, postNeed(announcer))
  mount.inTransaction(contract.readNeed, readNeed)
  mount.inTransaction(contract.listNeeds, listNeeds)
  mount.inTransaction(contract.publishNeed, publishNeed(announcer))
  mount.inTransaction(contract.amendNeed, amendNeed(announcer))
  mount.inTransaction(contract.closeNeed, close)
  mount.inTransaction(contract.cancelNeed, cancel)
  mount.inTransaction(contract.listNeedVersions, listNeedVersions)
}
