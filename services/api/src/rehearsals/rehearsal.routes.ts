import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'

import type { Mount } from '../http/mount.ts'
import { readExpectations, rehearseMatchday } from './rehearse-matchday.ts'

export function mountRehearsals(mount: Mount, database: Database): void {
  mount.inTransaction(contract.readExpectations, readExpectations)
  mount.open(contract.rehearseMatchday, rehearseMatchday(database))
}
