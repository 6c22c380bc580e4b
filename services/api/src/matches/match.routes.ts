import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { answerMatch } from './answer-match.ts'
import { judgeMatch } from './judge-match.ts'
import { readGaps } from './read-gaps.ts'
import { listMatches, listMatchSites, readFeed } from './read-matches.ts'
import { resetWeights, setWeights } from './weigh-need.ts'

export function mountMatches(mount: Mount): void {
  mount.inTransaction(contract.listMatches, listMatches)
  mount.inTransaction(contract.listMatchSites, listMatchSites)
  mount.inTransaction(contract.readFeed, readFeed)
  mount.inTransaction(contract.readGaps, readGaps)
  mount.inTransaction(contract.answerMatch, answerMatch)
  mount.inTransaction(contract.judgeMatch, judgeMatch)
  mount.inTransaction(contract.setWeights, setWeights)
  mount.inTransaction(contract.resetWeights, resetWeights)
}
