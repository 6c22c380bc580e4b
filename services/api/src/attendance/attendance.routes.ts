import type { Signer } from '@enlace/audit-log'
import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'

import type { Mount } from '../http/mount.ts'
import {
  downloadParticipantsTemplate,
  downloadParticipantsTemplateXlsx,
  importParticipants,
} from './import-participants.ts'

export function mountAttendance(mount: Mount, database: Database, signer: Signer): void {
  mount.open(contract.importParticipants, importParticipants(database, signer))
  mount.open(contract.downloadParticipantsTemplate, downloadParticipantsTemplate)
  mount.open(contract.downloadParticipantsTemplateXlsx, downloadParticipantsTemplateXlsx)
}
