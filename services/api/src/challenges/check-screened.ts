import { lockChallenge, readChallenge, readPool, type Transaction } from '@enlace/database'
import { Problem, type NeedId } from '@enlace/domain'

/**
 * Refuses to publish a challenge whose brief its board has not approved; one without a brief is published as it is, and
 * takes no proposals before it has one. One that is for several buyers waits until one has joined.
 * @throws Problem challenge.not-screened, buyers.none
 */
export async function checkScreened(tx: Transaction, id: NeedId): Promise<void> {
  await lockChallenge(tx, id)
  const challenge = await readChallenge(tx, id)
  if (challenge?.brief !== null && challenge?.brief !== undefined && challenge.brief.state !== 'approved')
    throw new Problem('challenge.not-screened', 'Its board has not said yes to this challenge, so it stays a draft.')
  if (challenge?.brokered === true && (await readPool(tx, id)).joined === 0)
    throw new Problem('buyers.none', 'No buyer has joined this challenge yet, so it stays a draft.')
}
