import { holdMatchday, readMatchday, type MatchdayRow, type Transaction } from '@enlace/database'
import { can, Problem, type Action, type MatchdayId, type MatchdayState, type MemberActor } from '@enlace/domain'

/** The one answer for what is not there and what is hidden, of a matchday and all that belongs to it. */
export const absent = (): Problem =>
  new Problem('thing.not-found', 'There is nothing like this at a matchday, or it is not yours to see.')

type Wanted = {
  /** In which states it can be done. */
  readonly states?: readonly MatchdayState[]
  /** Keeps the matchday as it is until the transaction ends: for one alone, or from those who hold it alone. */
  readonly hold?: 'alone' | 'shared'
}

/**
 * The matchday, if the actor may do this to it; one that is not there and one that is hidden are the same.
 * @throws Problem thing.not-found, identity.forbidden, matchday.state
 */
export async function matchdayFor(
  tx: Transaction,
  actor: MemberActor,
  id: MatchdayId,
  action: Action,
  { states, hold }: Wanted = {},
): Promise<MatchdayRow> {
  const row = await (hold === undefined ? readMatchday(tx, id) : holdMatchday(tx, id, hold))
  if (row === null) throw absent()
  const subject = { organisationId: row.organisationId, published: row.state !== 'draft' }
  if (!can(actor, 'matchday.read', subject)) throw absent()
  if (!can(actor, action, subject))
    throw new Problem('identity.forbidden', 'Your organisation or your role does not do this at a matchday.')
  if (states !== undefined && !states.includes(row.state))
    throw new Problem('matchday.state', `This cannot be done while a matchday is ${row.state}.`)
  return row
}
