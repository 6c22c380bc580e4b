import { readChallenge, type ChallengeRow, type Transaction } from '@enlace/database'
import { can, Problem, type Action, type MemberActor, type NeedId } from '@enlace/domain'

/** The one answer for what is not there and what is hidden. */
export const absent = (): Problem =>
  new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')

/** The challenge, if the actor may see it; one that is not there and one that is hidden are the same. */
export async function challengeFor(tx: Transaction, id: NeedId): Promise<ChallengeRow> {
  const challenge = await readChallenge(tx, id)
  if (challenge === null) throw absent()
  return challenge
}

/**
 * The challenge, if the actor's organisation opened it or joined it as a buyer, and may do this to it.
 * @throws Problem thing.not-found, identity.forbidden
 */
export async function ownChallengeFor(
  tx: Transaction,
  actor: MemberActor,
  id: NeedId,
  action: Action,
): Promise<ChallengeRow> {
  const challenge = await challengeFor(tx, id)
  const relatedIds = challenge.buyerState === 'joined' ? [actor.organisationId] : []
  if (!can(actor, action, { organisationId: challenge.organisationId, relatedIds }))
    throw new Problem('identity.forbidden', 'Only its buyer may do this to a challenge.')
  return challenge
}
