import { readInnovation, type InnovationRow, type Transaction } from '@enlace/database'
import { can, Problem, type Action, type InnovationId, type MemberActor } from '@enlace/domain'

/** The one answer for what is not there and what is hidden. */
export const absent = (): Problem =>
  new Problem('thing.not-found', 'There is no such innovation, or it is not yours to see.')

/**
 * The innovation, if the actor may do this to it; one that is not there and one that is hidden are the same.
 * @throws Problem thing.not-found, identity.forbidden
 */
export async function innovationFor(
  tx: Transaction,
  actor: MemberActor,
  id: InnovationId,
  action: Action,
): Promise<InnovationRow> {
  const row = await readInnovation(tx, id)
  // Row-level security already hid what is neither own nor shown to the actor's kind of organisation.
  if (row === null) throw absent()
  const subject = { organisationId: row.organisationId, published: row.state === 'published' }
  if (!can(actor, 'innovation.read', subject)) throw absent()
  if (!can(actor, action, subject))
    throw new Problem('identity.forbidden', 'Your organisation or your role does not do this to an innovation.')
  return row
}
