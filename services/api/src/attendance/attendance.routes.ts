import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'

import type { AuditSigner } from '../audit/audit-signer.ts'
import type { Mount } from '../http/mount.ts'
import { downloadParticipantsTemplate, importParticipants } from './import-participants.ts'

export function mountAttendance(mount: Mount, database: Database, signer: AuditSigner): void {
  mount.open(contract.importParticipants, importParticipants(database, signer))
  mount.open(contract.downloadParticipantsTemplate, downloadParticipantsTemplate)
}
