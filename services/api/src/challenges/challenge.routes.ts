import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'

import type { Mount } from '../http/mount.ts'
import { answerProposal } from './answer-proposal.ts'
import { askBuyer, joinChallenge, leaveChallenge, listBuyers } from './buyers.ts'
import {
  addCandidate,
  listCandidates,
  listReviewers,
  nameReviewer,
  removeCandidate,
  reviewCandidate,
} from './candidates.ts'
import { addAction, dissolveCluster, finishAction, formCluster } from './clusters.ts'
import { exportProposals, exportProposalsXlsx } from './export-proposals.ts'
import { depositKnowledge, readLockbox, revealKnowledge } from './lockbox.ts'
import { addMilestone, checkBenefit, confirmMilestone, readMilestones, readPortfolio } from './milestones.ts'
import { moveProposal } from './move-proposal.ts'
import { listChallenges, readChallenge } from './read-challenges.ts'
import { listOwnProposals, listProposalReads, listProposals, readProposal } from './read-proposals.ts'
import { saveProposal, startProposal } from './start-proposal.ts'
import { commentOnProposal, inviteToTeam, joinTeam, leaveTeam, readTeam } from './team.ts'
import { acceptTerms, readTerms, setAnnex, setTerms } from './terms.ts'
import { voteOnBrief } from './vote-on-brief.ts'
import { saveBrief, submitBrief } from './write-brief.ts'

export function mountChallenges(mount: Mount, database: Database): void {
  mount.inTransaction(contract.listChallenges, listChallenges)
  mount.inTransaction(contract.readChallenge, readChallenge)
  mount.inTransaction(contract.saveBrief, saveBrief)
  mount.inTransaction(contract.submitBrief, submitBrief)
  mount.inTransaction(contract.voteOnBrief, voteOnBrief)
  mount.inTransaction(contract.listBuyers, listBuyers)
  mount.inTransaction(contract.askBuyer, askBuyer)
  mount.inTransaction(contract.joinChallenge, joinChallenge)
  mount.inTransaction(contract.leaveChallenge, leaveChallenge)
  mount.inTransaction(contract.listCandidates, listCandidates)
  mount.inTransaction(contract.listReviewers, listReviewers)
  mount.inTransaction(contract.nameReviewer, nameReviewer)
  mount.inTransaction(contract.addCandidate, addCandidate)
  mount.inTransaction(contract.removeCandidate, removeCandidate)
  mount.inTransaction(contract.reviewCandidate, reviewCandidate)
  mount.inTransaction(contract.formCluster, formCluster)
  mount.inTransaction(contract.dissolveCluster, dissolveCluster)
  mount.inTransaction(contract.addAction, addAction)
  mount.inTransaction(contract.finishAction, finishAction)
  mount.inTransaction(contract.readTerms, readTerms)
  mount.inTransaction(contract.setTerms, setTerms)
  mount.inTransaction(contract.setAnnex, setAnnex)
  mount.inTransaction(contract.acceptTerms, acceptTerms)
  mount.inTransaction(contract.readLockbox, readLockbox)
  mount.inTransaction(contract.depositKnowledge, depositKnowledge)
  mount.inTransaction(contract.revealKnowledge, revealKnowledge)
  mount.inTransaction(contract.startProposal, startProposal)
  mount.inTransaction(contract.listProposals, listProposals)
  mount.open(contract.exportProposals, exportProposals(database))
  mount.open(contract.exportProposalsXlsx, exportProposalsXlsx(database))
  mount.inTransaction(contract.listOwnProposals, listOwnProposals)
  mount.inTransaction(contract.readProposal, readProposal)
  mount.inTransaction(contract.saveProposal, saveProposal)
  mount.inTransaction(contract.moveProposal, moveProposal)
  mount.inTransaction(contract.answerProposal, answerProposal)
  mount.inTransaction(contract.listProposalReads, listProposalReads)
  mount.inTransaction(contract.readTeam, readTeam)
  mount.inTransaction(contract.inviteToTeam, inviteToTeam)
  mount.inTransaction(contract.joinTeam, joinTeam)
  mount.inTransaction(contract.leaveTeam, leaveTeam)
  mount.inTransaction(contract.commentOnProposal, commentOnProposal)
  mount.inTransaction(contract.readMilestones, readMilestones)
  mount.inTransaction(contract.addMilestone, addMilestone)
  mount.inTransaction(contract.confirmMilestone, confirmMilestone)
  mount.inTransaction(contract.checkBenefit, checkBenefit)
  mount.inTransaction(contract.readPortfolio, readPortfolio)
}
