import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'
import type { Identity } from '@enlace/identity'

import type { Mount } from '../http/mount.ts'
import { endInterpreterLink, makeInterpreterLink, readInterpreting } from './interpreter-link.ts'
import { addInterpreter, changeInterpreter, listInterpreters, removeInterpreter } from './keep-interpreters.ts'

export function mountInterpreters(mount: Mount, database: Database, identity: Identity): void {
  mount.inTransaction(contract.listInterpreters, listInterpreters)
  mount.inTransaction(contract.addInterpreter, addInterpreter)
  mount.inTransaction(contract.changeInterpreter, changeInterpreter)
  mount.inTransaction(contract.removeInterpreter, removeInterpreter)
  mount.inTransaction(contract.makeInterpreterLink, makeInterpreterLink)
  mount.inTransaction(contract.endInterpreterLink, endInterpreterLink)
  mount.open(contract.readInterpreting, readInterpreting(database, identity))
}
