import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { reportIncident } from './report-incident.ts'
import { listIncidents, undoIncident } from './undo-incident.ts'

export function mountIncidents(mount: Mount): void {
  mount.inTransaction(contract.reportIncident, reportIncident)
  mount.inTransaction(contract.listIncidents, listIncidents)
  mount.inTransaction(contract.undoIncident, undoIncident)
}
