import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { deleteGlossaryLine, putGlossaryLine, readGlossary } from './glossary.ts'

export function mountGlossary(mount: Mount): void {
  mount.inTransaction(contract.readGlossary, readGlossary)
  mount.inTransaction(contract.putGlossaryLine, putGlossaryLine)
  mount.inTransaction(contract.deleteGlossaryLine, deleteGlossaryLine)
}
