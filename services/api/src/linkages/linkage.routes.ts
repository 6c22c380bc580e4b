import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { readDecisionMap, saveDecisionMap } from './decision-map.ts'
import { listDisclosures, setDisclosure } from './disclosures.ts'
import { answerFollowUp, answerOwnFollowUp, readFollowUp } from './follow-ups.ts'
import { listMessages, markRead, sendMessage } from './messages.ts'
import { declineMove, moveLinkage, undoMove } from './move-linkage.ts'
import { agreeTerm, askSample, judgeSample, proposeTerm, sendSample, stateValue, withdrawTerm } from './proofs.ts'
import { listLinkages, readLinkage } from './read-linkages.ts'
import { requestLinkage } from './request-linkage.ts'
import { blockLinkage, listReports, reportLinkage, settleReport, shareContact, withdrawContact } from './room.ts'

export function mountLinkages(mount: Mount): void {
  mount.inTransaction(contract.listLinkages, listLinkages)
  mount.inTransaction(contract.readLinkage, readLinkage)
  mount.inTransaction(contract.requestLinkage, requestLinkage)
  mount.inTransaction(contract.moveLinkage, moveLinkage)
  mount.inTransaction(contract.declineMove, declineMove)
  mount.inTransaction(contract.undoMove, undoMove)
  mount.inTransaction(contract.listMessages, listMessages)
  mount.inTransaction(contract.sendMessage, sendMessage)
  mount.inTransaction(contract.markRead, markRead)
  mount.inTransaction(contract.shareContact, shareContact)
  mount.inTransaction(contract.withdrawContact, withdrawContact)
  mount.inTransaction(contract.blockLinkage, blockLinkage)
  mount.inTransaction(contract.reportLinkage, reportLinkage)
  mount.inTransaction(contract.listReports, listReports)
  mount.inTransaction(contract.settleReport, settleReport)
  mount.inTransaction(contract.stateValue, stateValue)
  mount.inTransaction(contract.askSample, askSample)
  mount.inTransaction(contract.sendSample, sendSample)
  mount.inTransaction(contract.judgeSample, judgeSample)
  mount.inTransaction(contract.proposeTerm, proposeTerm)
  mount.inTransaction(contract.agreeTerm, agreeTerm)
  mount.inTransaction(contract.withdrawTerm, withdrawTerm)
  mount.inTransaction(contract.readFollowUp, readFollowUp)
  mount.inTransaction(contract.answerFollowUp, answerFollowUp)
  mount.inTransaction(contract.answerOwnFollowUp, answerOwnFollowUp)
  mount.inTransaction(contract.readDecisionMap, readDecisionMap)
  mount.inTransaction(contract.saveDecisionMap, saveDecisionMap)
  mount.inTransaction(contract.listDisclosures, listDisclosures)
  mount.inTransaction(contract.setDisclosure, setDisclosure)
}
