import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { answerIntroduction } from './answer-introduction.ts'
import { introduceFirms, listIntroductions, withdrawIntroduction } from './introduce-firms.ts'
import { listPairSuggestions, listSuggestions } from './list-suggestions.ts'
import { listRequests } from './list-requests.ts'

export function mountRequests(mount: Mount): void {
  mount.inTransaction(contract.listRequests, listRequests)
  mount.inTransaction(contract.listSuggestions, listSuggestions)
  mount.inTransaction(contract.listPairSuggestions, listPairSuggestions)
  mount.inTransaction(contract.listIntroductions, listIntroductions)
  mount.inTransaction(contract.introduceFirms, introduceFirms)
  mount.inTransaction(contract.withdrawIntroduction, withdrawIntroduction)
  mount.inTransaction(contract.answerIntroduction, answerIntroduction)
}
