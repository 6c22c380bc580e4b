import type {
  addCandidate as addContract,
  CandidatesView,
  listCandidates as listContract,
  listReviewers as reviewersContract,
  nameReviewer as reviewerContract,
  removeCandidate as removeContract,
  reviewCandidate as reviewContract,
} from '@enlace/contracts'
import {
  dropCandidate,
  putCandidate,
  keepReview,
  keepReviewer,
  listCandidates as list,
  listClusters,
  listReviewers as reviewers,
  lockChallenge,
  meetOrganisation,
  readReviewer,
  type ChallengeRow,
  type Transaction,
} from '@enlace/database'
import { can, jointScore, Problem, type MemberActor, type NeedId, type ReviewSide } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, challengeFor, ownChallengeFor } from './challenge-for.ts'

/** From which side the actor reviews firms of a challenge; null where it does not. */
async function sideOf(tx: Transaction, actor: MemberActor, challenge: ChallengeRow): Promise<ReviewSide | null> {
  const { organisationId } = actor
  if (can(actor, 'candidate.review', { organisationId: challenge.organisationId })) return 'buyer'
  const reviewer = await readReviewer(tx, challenge.id)
  const related = { organisationId: challenge.organisationId, relatedIds: reviewer === null ? [] : [reviewer.id] }
  return reviewer?.id === organisationId && can(actor, 'candidate.review', related) ? 'outside' : null
}

/** The firms of a challenge as the actor may see them. */
export async function viewCandidates(tx: Transaction, actor: MemberActor, id: NeedId): Promise<CandidatesView> {
  const rows = await list(tx, id)
  return {
    side: await sideOf(tx, actor, await challengeFor(tx, id)),
    reviewer: await readReviewer(tx, id),
    items: rows.map((row) => ({ ...row, joint: jointScore(row.buyer, row.outside) })),
    clusters: (await listClusters(tx, id)).map(({ id: clusterId, name, firms, call }) => ({
      id: clusterId,
      name,
      unagreed: firms.filter(({ agreed }) => !agreed).map((firm) => firm.id),
      call,
    })),
  }
}

/** A challenge whose buyer may say which firms it asks; it has a brief. */
export async function briefedFor(tx: Transaction, actor: MemberActor, id: NeedId): Promise<ChallengeRow> {
  const challenge = await ownChallengeFor(tx, actor, id, 'challenge.write')
  await lockChallenge(tx, id)
  if (challenge.brief === null)
    throw new Problem('challenge.brief-state', 'Write the brief first; it is what the firms will get.')
  return challenge
}

export const listCandidates: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  await challengeFor(tx, params.id)
  return viewCandidates(tx, actor, params.id)
}

export const listReviewers: Handler<typeof reviewersContract> = async ({ tx, actor }) => {
  const own = { organisationId: actor.organisationId }
  if (!can(actor, 'challenge.write', own) && !can(actor, 'proposal.write', own))
    throw new Problem('identity.forbidden', 'Only buyers and bidders ask somebody to review or to coach.')
  return { items: await reviewers(tx) }
}

export const nameReviewer: Handler<typeof reviewerContract> = async ({ tx, actor, params, body, record }) => {
  const { id, organisationId } = await briefedFor(tx, actor, params.id)
  const reviewer = await meetOrganisation(tx, body.organisationId)
  if (reviewer === null) throw absent()
  if (reviewer.kind !== 'agency' && reviewer.kind !== 'expert')
    throw new Problem('candidate.kind', 'Firms are reviewed from outside by an agency or an expert.')
  if (!(await keepReviewer(tx, id, reviewer.id)))
    throw new Problem('candidate.reviewed', 'The reviewer has reviewed already, so it stays.')
  await record('reviewer.named', { needId: id, organisationId, reviewerId: reviewer.id })
  return viewCandidates(tx, actor, id)
}

export const addCandidate: Handler<typeof addContract> = async ({ tx, actor, params, record }) => {
  const { id, organisationId } = await briefedFor(tx, actor, params.id)
  const supplier = await meetOrganisation(tx, params.supplierId)
  if (supplier === null) throw absent()
  if (supplier.kind !== 'supplier') throw new Problem('candidate.kind', 'Only firms that supply are prescreened.')
  await putCandidate(tx, id, supplier.id)
  await record('candidates.changed', { needId: id, organisationId })
  return viewCandidates(tx, actor, id)
}

export const removeCandidate: Handler<typeof removeContract> = async ({ tx, actor, params, record }) => {
  const { id, organisationId } = await briefedFor(tx, actor, params.id)
  const candidate = (await list(tx, id)).find(({ supplier }) => supplier.id === params.supplierId)
  if (candidate === undefined) throw absent()
  if (!(await dropCandidate(tx, id, params.supplierId)))
    throw new Problem('cluster.unready', 'This firm is in a cluster; dissolve that first.')
  await record('candidates.changed', { needId: id, organisationId })
  return viewCandidates(tx, actor, id)
}

export const reviewCandidate: Handler<typeof reviewContract> = async ({ tx, actor, params, body, record }) => {
  const challenge = await challengeFor(tx, params.id)
  const side = await sideOf(tx, actor, challenge)
  if (side === null) throw new Problem('identity.forbidden', 'Only its buyer and its reviewer review firms.')
  await lockChallenge(tx, challenge.id)
  const candidate = (await list(tx, challenge.id)).find(({ supplier }) => supplier.id === params.supplierId)
  if (candidate === undefined) throw absent()
  const { supplierId } = params
  // Each side sees the other's view only once both are in, and from then on they stay.
  const bothIn = candidate.buyer !== null && candidate.outside !== null
  if (bothIn || !(await keepReview(tx, { needId: challenge.id, supplierId, side, review: body, by: actor.userId })))
    throw new Problem('candidate.reviewed', 'Both sides have reviewed this firm, so the views stay as they are.')
  await record('candidates.changed', { needId: challenge.id, organisationId: challenge.organisationId })
  return viewCandidates(tx, actor, challenge.id)
}
