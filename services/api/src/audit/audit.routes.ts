import type { Signer } from '@enlace/audit-log'
import * as contract from '@enlace/contracts'
import { asActor, type Database } from '@enlace/database'

import { download } from '../http/download.ts'
import type { Mount } from '../http/mount.ts'
import { logLines } from './export-log.ts'
import { publishedCheckpoint } from './published-checkpoint.ts'
import { checkAuditor, listEntries, readReceipt } from './read-entries.ts'
import { proveConsistency, readAuditKey, readCheckpoint } from './read-log.ts'

export function mountAudit(mount: Mount, database: Database, signer: Signer): void {
  mount.inTransaction(contract.readAuditKey, readAuditKey(signer))
  mount.inTransaction(contract.readCheckpoint, readCheckpoint(signer))
  mount.inTransaction(contract.proveConsistency, proveConsistency)
  mount.inTransaction(contract.listEntries, listEntries)
  mount.inTransaction(contract.readReceipt, readReceipt(signer))
  mount.open(contract.exportAuditLog, async ({ actor, reply }) => {
    checkAuditor(actor)
    const newest = await asActor(database, actor, (tx) => publishedCheckpoint(tx, signer))
    return download(reply, 'application/x-ndjson', 'audit-log.jsonl', logLines(database, actor, newest))
  })
}
