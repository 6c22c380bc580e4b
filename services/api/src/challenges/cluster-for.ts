import { lockChallenge, readCluster, type ClusterRow, type Transaction } from '@enlace/database'
import { checkAgreed, Problem, type ClusterId, type MemberActor } from '@enlace/domain'

import { absent, challengeFor } from './challenge-for.ts'

/**
 * The cluster of a challenge of the actor's own organisation, held, if it can be asked for bids: each of its firms agreed
 * to the terms in force, and the challenge was not called off.
 * @throws Problem thing.not-found, challenge.not-open, cluster.terms
 */
export async function clusterFor(tx: Transaction, actor: MemberActor, id: ClusterId): Promise<ClusterRow> {
  const found = await readCluster(tx, id)
  if (found === null) throw absent()
  await lockChallenge(tx, found.needId)
  const [cluster, challenge] = [await readCluster(tx, id), await challengeFor(tx, found.needId)]
  if (cluster === null || challenge.organisationId !== actor.organisationId) throw absent()
  if (challenge.state === 'cancelled') throw new Problem('challenge.not-open', 'This challenge was called off.')
  checkAgreed(cluster.firms)
  return cluster
}
