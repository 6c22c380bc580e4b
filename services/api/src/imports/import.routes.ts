import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'

import type { Mount } from '../http/mount.ts'
import { downloadIssues, downloadIssuesXlsx, downloadTemplate, downloadTemplateXlsx } from './download-issues.ts'
import { listImports, readImport } from './read-imports.ts'
import { startImport } from './start-import.ts'
import { runImport, undoImport } from './turn-import.ts'

export function mountImports(mount: Mount, database: Database): void {
  mount.open(contract.startImport, startImport(database))
  mount.inTransaction(contract.listImports, listImports)
  mount.inTransaction(contract.readImport, readImport)
  mount.open(contract.downloadImportIssues, downloadIssues(database))
  mount.open(contract.downloadImportIssuesXlsx, downloadIssuesXlsx(database))
  mount.open(contract.downloadImportTemplate, downloadTemplate)
  mount.open(contract.downloadImportTemplateXlsx, downloadTemplateXlsx)
  mount.inTransaction(contract.runImport, runImport)
  mount.inTransaction(contract.undoImport, undoImport)
}
