import { readInviting, type MatchdayRow, type Transaction } from '@enlace/database'
import { Problem, type MatchdayId, type MemberActor } from '@enlace/domain'

import { matchdayFor } from '../matchdays/matchday-for.ts'

/**
 * The matchday of which the actor may invite firms, held so that no two pass the cap.
 * @throws Problem matchday.over, matchday.late, and those of matchdayFor
 */
export async function invitingTo(tx: Transaction, actor: MemberActor, id: MatchdayId): Promise<MatchdayRow> {
  const day = await matchdayFor(tx, actor, id, 'matchday.run', { states: ['open', 'published'], hold: 'alone' })
  const standing = await readInviting(tx, day.id)
  if (standing === 'over') throw new Problem('matchday.over', 'This matchday is over; nobody is invited to it.')
  if (standing === 'late') throw new Problem('matchday.late', 'Registration has ended; put its deadline off first.')
  return day
}
