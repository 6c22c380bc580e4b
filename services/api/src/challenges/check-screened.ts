import { readChallenge, type Transaction } from '@enlace/database'
import { Problem, type NeedId } from '@enlace/domain'

/**
 * Refuses to publish a challenge whose brief its board has not approved; one without a brief is published as it is, and
 * takes no proposals before it has one.
 * @throws Problem challenge.not-screened
 */
export async function checkScreened(tx: Transaction, id: NeedId): Promise<void> {
  const challenge = await readChallenge(tx, id)
  if (challenge?.brief !== null && challenge?.brief !== undefined && challenge.brief.state !== 'approved')
    throw new Problem('challenge.not-screened', 'Its board has not said yes to this challenge, so it stays a draft.')
}
