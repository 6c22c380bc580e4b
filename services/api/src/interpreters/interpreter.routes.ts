import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { addInterpreter, changeInterpreter, listInterpreters, removeInterpreter } from './keep-interpreters.ts'

export function mountInterpreters(mount: Mount): void {
  mount.inTransaction(contract.listInterpreters, listInterpreters)
  mount.inTransaction(contract.addInterpreter, addInterpreter)
  mount.inTransaction(contract.changeInterpreter, changeInterpreter)
  mount.inTransaction(contract.removeInterpreter, removeInterpreter)
}
