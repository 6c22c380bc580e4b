import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { decideNoShow, excuseNoShow, listNoShows, noteNoShow } from './no-shows.ts'
import { readResults } from './read-results.ts'
import { listOutcomes, sayOutcome } from './say-outcome.ts'

export function mountOutcomes(mount: Mount): void {
  mount.inTransaction(contract.listOutcomes, listOutcomes)
  mount.inTransaction(contract.sayOutcome, sayOutcome)
  mount.inTransaction(contract.readResults, readResults)
  mount.inTransaction(contract.listNoShows, listNoShows)
  mount.inTransaction(contract.noteNoShow, noteNoShow)
  mount.inTransaction(contract.excuseNoShow, excuseNoShow)
  mount.inTransaction(contract.decideNoShow, decideNoShow)
}
