import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { answerInnovation, needInnovation } from './answer-innovation.ts'
import { askInnovation, openInnovation } from './open-innovation.ts'
import { listFittingInnovations, listInnovationReaders, listInnovations, readInnovation } from './read-innovations.ts'
import { publishInnovation, saveInnovation, startInnovation, withdrawInnovation } from './write-innovation.ts'

export function mountInnovations(mount: Mount): void {
  mount.inTransaction(contract.listInnovations, listInnovations)
  mount.inTransaction(contract.listFittingInnovations, listFittingInnovations)
  mount.inTransaction(contract.startInnovation, startInnovation)
  mount.inTransaction(contract.readInnovation, readInnovation)
  mount.inTransaction(contract.saveInnovation, saveInnovation)
  mount.inTransaction(contract.publishInnovation, publishInnovation)
  mount.inTransaction(contract.withdrawInnovation, withdrawInnovation)
  mount.inTransaction(contract.answerInnovation, answerInnovation)
  mount.inTransaction(contract.askInnovation, askInnovation)
  mount.inTransaction(contract.openInnovation, openInnovation)
  mount.inTransaction(contract.listInnovationReaders, listInnovationReaders)
  mount.inTransaction(contract.needInnovation, needInnovation)
}
